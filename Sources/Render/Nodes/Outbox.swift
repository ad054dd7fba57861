import RealTime

/// Nodes that have ended and transactions that have taken effect, in the order in which they did, on their way back to
/// control. It lives in their own links, so it is never full; the event ring takes them as it has room.
struct Outbox {
  private var first: OutboxLink.Pointer?
  private var last: OutboxLink.Pointer?
  /// Nodes that have ended since the transaction that is being applied began.
  var endedInTransaction: Int32 = 0
  /// Whether a transaction is being applied.
  var isApplying = false

  /// - Parameter refusal: why it never lived.
  mutating func append(_ node: Node.Pointer, _ refusal: Node.Refusal = .none) {
    node.pointee.refusal = refusal
    node.pointee.hasEndedInTransaction = isApplying && refusal == .none
    if refusal == .none { endedInTransaction &+= 1 }
    append(UnsafeMutableRawPointer(node).assumingMemoryBound(to: OutboxLink.self))
  }

  mutating func append(_ transaction: Transaction.Pointer) {
    append(UnsafeMutableRawPointer(transaction).assumingMemoryBound(to: OutboxLink.self))
  }

  private mutating func append(_ link: OutboxLink.Pointer) {
    link.pointee.next = nil
    if let last { last.pointee.next = link } else { first = link }
    last = link
  }

  /// - Parameter pool: takes back what the nodes' units took from it.
  mutating func deliver(to events: RealTimeRing<RenderEvent>, _ pool: UnsafeMutablePointer<RealTimePool>) {
    while let link = first {
      let following = link.pointee.next
      switch link.pointee.kind {
      case .node:
        let node = Self.node(link)
        pool.pointee.giveBack(&node.pointee.synth.memory)
        guard events.push(Self.event(node)) else { return }
      case .transaction:
        guard events.push(Self.event(Self.transaction(link))) else { return }
      }
      first = following
    }
    last = nil
  }

  mutating func drain(_ nodes: (Node.Pointer) -> Void, _ transactions: (Transaction.Pointer) -> Void) {
    while let link = first {
      first = link.pointee.next
      switch link.pointee.kind {
      case .node: nodes(Self.node(link))
      case .transaction: transactions(Self.transaction(link))
      }
    }
    last = nil
  }

  private static func node(_ link: OutboxLink.Pointer) -> Node.Pointer {
    UnsafeMutableRawPointer(link).assumingMemoryBound(to: Node.self)
  }

  private static func transaction(_ link: OutboxLink.Pointer) -> Transaction.Pointer {
    UnsafeMutableRawPointer(link).assumingMemoryBound(to: Transaction.self)
  }

  private static func event(_ node: Node.Pointer) -> RenderEvent {
    RenderEvent(
      .nodeEnded, node: node.pointee.firstID, index: Int32(node.pointee.refusal.rawValue),
      first: node.pointee.hasEndedInTransaction ? 1 : 0, pointer: UInt(bitPattern: node))
  }

  private static func event(_ transaction: Transaction.Pointer) -> RenderEvent {
    RenderEvent(
      .applied, node: transaction.pointee.failedNode, index: transaction.pointee.failure.rawValue,
      first: Float(transaction.pointee.lateFrames), identifier: transaction.pointee.identifier,
      position: transaction.pointee.frame, pointer: UInt(bitPattern: transaction))
  }
}
