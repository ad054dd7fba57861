/// Why a device could not be listed, opened or started, in words that say what to do.
public struct AudioError: Error, Sendable, Equatable, CustomStringConvertible {
  public var description: String

  public init(_ description: String) { self.description = description }
}
