/// Where a node stands: the ids of those around it, −1 where there is none.
@frozen
public struct NodePlace: BitwiseCopyable, Sendable, Equatable {
  public var parent: Int32 = -1
  public var previous: Int32 = -1
  public var next: Int32 = -1
  public var isGroup = false
  /// A group's first and last node.
  public var first: Int32 = -1
  public var last: Int32 = -1

  @inlinable public init() {}
}

extension NodePlace {
  init(of node: Node.Pointer) {
    if let parent = node.pointee.parent { self.parent = parent.pointee.id }
    if let previous = node.pointee.previous { self.previous = previous.pointee.id }
    if let next = node.pointee.next { self.next = next.pointee.id }
    isGroup = node.pointee.isGroup
    if let first = node.pointee.firstChild { self.first = first.pointee.id }
    if let last = node.pointee.lastChild { self.last = last.pointee.id }
  }
}
