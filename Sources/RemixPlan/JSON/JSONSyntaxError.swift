/// Why a text is no JSON document, and where.
public struct JSONSyntaxError: Error, Sendable, Equatable, CustomStringConvertible {
  public let place: JSONPlace
  public let reason: String

  public init(_ reason: String, at place: JSONPlace) {
    self.reason = reason
    self.place = place
  }

  public var description: String { "\(place): \(reason)" }
}
