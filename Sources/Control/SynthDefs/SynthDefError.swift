/// What is wrong with a SynthDef, and where.
public struct SynthDefError: Error, Sendable, Equatable, CustomStringConvertible {
  public var description: String

  public init(_ description: String) { self.description = description }
}
