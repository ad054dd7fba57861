/// Why a text names no routes, in words that say what to write.
public struct OutputRoutesError: Error, Sendable, CustomStringConvertible {
  public var description: String

  init(_ description: String) { self.description = description }
}
