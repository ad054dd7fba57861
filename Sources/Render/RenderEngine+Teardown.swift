import RealTime

extension RenderEngine {
  /// Hands back every node that control allocated, and every transaction that took effect and was not yet told. Thread:
  /// control, once no device runs.
  public mutating func release(
    nodes: (Node.Pointer) -> Void, applied: (Transaction.Pointer) -> Void
  ) {
    tree.removeChildren(of: tree.root, &ended)
    stopUnits()
    ended.drain(nodes, applied)
  }

  /// Hands back every transaction that still waits. Thread: control, once no device runs.
  public mutating func releaseTransactions(_ release: (Transaction.Pointer) -> Void) {
    while let transaction = queue.popFirst() { release(transaction) }
  }
}
