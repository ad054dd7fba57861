/// A value of a JSON text and the place where it begins.
public struct JSONValue: Sendable, Equatable {
  public indirect enum Content: Sendable, Equatable {
    case null
    case boolean(Bool)
    /// A number too large for a Double is infinite.
    case number(Double)
    case string(String)
    case array([JSONValue])
    case object([JSONMember])
  }

  public let content: Content
  public let place: JSONPlace

  public init(_ content: Content, at place: JSONPlace) {
    self.content = content
    self.place = place
  }

  public var isNull: Bool { content == .null }

  /// The value's kind with its article, as an error text names it: "a string", "null".
  public var kind: String {
    switch content {
    case .null: "null"
    case .boolean: "a boolean"
    case .number: "a number"
    case .string: "a string"
    case .array: "an array"
    case .object: "an object"
    }
  }
}
