/// Why the demo could not be written, in words that say what to do.
public struct DemoError: Error, Sendable, Equatable, CustomStringConvertible {
  public var description: String

  public init(_ description: String) { self.description = description }
}
