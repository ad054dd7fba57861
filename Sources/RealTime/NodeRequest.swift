/// What a unit asks of the tree while its synth runs; carried out right behind the synth.
@frozen
public struct NodeRequest: BitwiseCopyable, Sendable {
  @frozen
  public enum Kind: Int32, BitwiseCopyable, Sendable {
    case free, pause, resume
  }

  public var kind: Kind
  public var node: Int32

  @inlinable
  public init(_ kind: Kind, node: Int32) {
    self.kind = kind
    self.node = node
  }
}
