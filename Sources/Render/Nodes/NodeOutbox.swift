import RealTime

/// Nodes that have ended, on their way back to control. It lives in the nodes' own links, so it is never full; the event
/// ring takes them as it has room.
struct NodeOutbox {
  private var first: Node.Pointer?
  private var last: Node.Pointer?

  /// - Parameter isRefused: the node never lived, and a living one has its id.
  mutating func append(_ node: Node.Pointer, isRefused: Bool = false) {
    node.pointee.isRefused = isRefused
    node.pointee.link = nil
    if let last { last.pointee.link = node } else { first = node }
    last = node
  }

  /// - Parameter pool: takes back what the nodes' units took from it.
  mutating func deliver(to events: RealTimeRing<RenderEvent>, _ pool: UnsafeMutablePointer<RealTimePool>) {
    while let node = first {
      pool.pointee.giveBack(&node.pointee.synth.memory)
      let following = node.pointee.link
      let event = RenderEvent(
        .nodeEnded, node: node.pointee.id, index: node.pointee.isRefused ? 1 : 0, pointer: UInt(bitPattern: node))
      guard events.push(event) else { return }
      first = following
    }
    last = nil
  }

  mutating func drain(_ release: (Node.Pointer) -> Void) {
    while let node = first {
      first = node.pointee.link
      release(node)
    }
    last = nil
  }
}
