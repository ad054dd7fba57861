import RealTime

extension RenderEngine {
  /// Hands back every node that control allocated. Thread: control, once no device runs.
  public mutating func releaseNodes(_ release: (Node.Pointer) -> Void) {
    tree.removeChildren(of: tree.root, &endedNodes)
    endedNodes.drain(release)
  }

  /// Hands back every transaction that still waits. Thread: control, once no device runs.
  public mutating func releaseTransactions(_ release: (Transaction.Pointer) -> Void) {
    while let transaction = queue.popFirst() { release(transaction) }
  }

  /// Hands back every transaction that took effect and was not yet told. Thread: control, once no device runs.
  public mutating func releaseApplied(_ release: (Transaction.Pointer) -> Void) {
    appliedTransactions.drain(release)
  }
}
