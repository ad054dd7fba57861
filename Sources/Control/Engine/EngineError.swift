/// Why the engine cannot do what it was asked, in words that say what to do.
public struct EngineError: Error, Sendable, Equatable, CustomStringConvertible {
  public var description: String

  public init(_ description: String) { self.description = description }
}
