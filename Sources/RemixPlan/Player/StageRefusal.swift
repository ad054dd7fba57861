/// A command that a server did not carry out, or carried out too late.
public struct StageRefusal: Error, Sendable, Equatable, CustomStringConvertible {
  public let command: String
  public let reason: String

  public init(command: String, reason: String) {
    self.command = command
    self.reason = reason
  }

  public var description: String { "\(command): \(reason)" }
}
