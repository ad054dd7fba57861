/// One node of those that `orderNodes` puts in a row, and what became of it.
@frozen
public struct OrderedNode: BitwiseCopyable, Sendable {
  public var id: Int32
  public var isFound = false
  /// Whether it is to be told that it moved.
  public var isMoved = false
  public var place = NodePlace()

  public init(id: Int32) { self.id = id }
}
