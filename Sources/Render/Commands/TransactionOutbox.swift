import RealTime

/// Transactions that have taken effect, on their way back to control; never full, as `NodeOutbox`.
struct TransactionOutbox {
  private var first: Transaction.Pointer?
  private var last: Transaction.Pointer?

  mutating func append(_ transaction: Transaction.Pointer) {
    transaction.pointee.sibling = nil
    if let last { last.pointee.sibling = transaction } else { first = transaction }
    last = transaction
  }

  mutating func deliver(to events: RealTimeRing<RenderEvent>) {
    while let transaction = first {
      let following = transaction.pointee.sibling
      let event = RenderEvent(
        .applied, node: transaction.pointee.failedNode, index: transaction.pointee.failure.rawValue,
        first: Float(transaction.pointee.lateFrames), identifier: transaction.pointee.identifier,
        position: transaction.pointee.frame, pointer: UInt(bitPattern: transaction))
      guard events.push(event) else { return }
      first = following
    }
    last = nil
  }

  mutating func drain(_ release: (Transaction.Pointer) -> Void) {
    while let transaction = first {
      first = transaction.pointee.sibling
      release(transaction)
    }
    last = nil
  }
}
