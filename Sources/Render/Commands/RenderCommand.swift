/// What control tells the audio thread to do: a flat value in a transaction.
@frozen
public struct RenderCommand: BitwiseCopyable {
  @frozen
  public enum Kind: Int32, BitwiseCopyable, Sendable {
    /// `pointer`: the node; `node`: the target's id; `index`: the add action.
    case addNode
    /// `node`.
    case freeNode
    /// Ends all nodes below the group `node`.
    case freeChildren
    /// `node`, `index`: the control; `value`.
    case setControl
    /// `node`; `value` above 0 runs it, else pauses it.
    case setRunning
    /// `index`: the buffer's number; `pointer`: a `SampleBuffer` that the table takes over.
    case setBuffer
    /// `pointer`: an `OutputTap`.
    case addTap
    case removeTap
  }

  public var kind: Kind
  public var node: Int32
  public var index: Int32
  public var value: Float
  public var pointer: UInt

  public init(_ kind: Kind, node: Int32 = 0, index: Int32 = 0, value: Float = 0, pointer: UInt = 0) {
    self.kind = kind
    self.node = node
    self.index = index
    self.value = value
    self.pointer = pointer
  }
}
