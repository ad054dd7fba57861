/// Transactions that wait for their frame; those of the same frame keep the order in which they came.
///
/// The links lie in the transactions, so the queue has no cap and never allocates.
///
/// - Source: the pairing heap (Fredman, Sedgewick, Sleator, Tarjan, "The pairing heap", 1986), without recursion.
struct TransactionQueue {
  private var top: Transaction.Pointer?
  private var sequence: UInt64 = 0

  var firstFrame: Int64? { top?.pointee.frame }

  mutating func insert(_ transaction: Transaction.Pointer) {
    sequence &+= 1
    transaction.pointee.sequence = sequence
    transaction.pointee.child = nil
    transaction.pointee.sibling = nil
    top = meld(top, transaction)
  }

  mutating func popFirst() -> Transaction.Pointer? {
    guard let first = top else { return nil }
    // First pass: meld the children in pairs, left to right, onto a stack; second pass: meld the stack into one.
    var stack: Transaction.Pointer?
    var child = first.pointee.child
    while let one = child {
      let other = one.pointee.sibling
      child = other?.pointee.sibling
      one.pointee.sibling = nil
      other?.pointee.sibling = nil
      let pair = meld(one, other).unsafelyUnwrapped
      pair.pointee.sibling = stack
      stack = pair
    }
    var melded: Transaction.Pointer?
    while let pair = stack {
      stack = pair.pointee.sibling
      pair.pointee.sibling = nil
      melded = meld(melded, pair)
    }
    top = melded
    first.pointee.child = nil
    return first
  }

  @inline(__always)
  private func meld(_ one: Transaction.Pointer?, _ other: Transaction.Pointer?) -> Transaction.Pointer? {
    guard let one else { return other }
    guard let other else { return one }
    if comesBefore(one, other) {
      other.pointee.sibling = one.pointee.child
      one.pointee.child = other
      return one
    }
    one.pointee.sibling = other.pointee.child
    other.pointee.child = one
    return other
  }

  @inline(__always)
  private func comesBefore(_ one: Transaction.Pointer, _ other: Transaction.Pointer) -> Bool {
    if one.pointee.frame != other.pointee.frame { return one.pointee.frame < other.pointee.frame }
    return one.pointee.sequence < other.pointee.sequence
  }
}
