/// Why a score cannot be rendered.
public struct ScoreError: Error, Sendable, Equatable, CustomStringConvertible {
  public var description: String

  public init(_ description: String) { self.description = description }
}
