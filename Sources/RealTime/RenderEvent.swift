/// What the audio thread tells control: a flat value on the event ring.
@frozen
public struct RenderEvent: BitwiseCopyable, Sendable {
  @frozen
  public enum Kind: Int32, BitwiseCopyable, Sendable {
    /// A transaction took effect. `identifier`: its number; `position`: the frame; `first`: frames that it came too late;
    /// `index`: why a command of it could not be applied, 0 when all could; `node`: that command's node; `pointer`: its slab.
    case applied
    /// A node left the tree for good. `node`: the id it was made with; `pointer`: its slab; `index`: 1 when it never entered
    /// the tree, since another node has its id, 2 when there was no place for it; `first`: 1 when it ended while a
    /// transaction was applied, whose event follows.
    case nodeEnded
    /// Levels of a node. `node`, `first` and `second`: peaks of left and right; `third` and `fourth`: their mean squares.
    case meter
    /// Where a player is. `node`; `position`: in its source, in frames, 32.32 fixed point.
    case position
    /// A player ran ahead of the file that is still being read. `node`.
    case starved
    /// Sound that was no finite number was silenced. `node`; `index`: frames of it since the last time.
    case silenced
  }

  public var kind: Kind
  public var node: Int32
  public var index: Int32
  public var first: Float
  public var second: Float
  public var third: Float
  public var fourth: Float
  public var identifier: UInt64
  public var position: Int64
  public var pointer: UInt

  @inlinable @inline(__always)
  public init(
    _ kind: Kind, node: Int32 = 0, index: Int32 = 0, first: Float = 0, second: Float = 0, third: Float = 0,
    fourth: Float = 0, identifier: UInt64 = 0, position: Int64 = 0, pointer: UInt = 0
  ) {
    self.kind = kind
    self.node = node
    self.index = index
    self.first = first
    self.second = second
    self.third = third
    self.fourth = fourth
    self.identifier = identifier
    self.position = position
    self.pointer = pointer
  }
}
