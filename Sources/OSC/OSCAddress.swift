/// Whom a message is for: a path, or one of SuperCollider's command numbers.
public enum OSCAddress: Sendable, Hashable {
  /// Begins with `/`. What does not is encoded as it is, and refused by whoever decodes it.
  case path(String)
  /// 0 up to 2²⁴ − 1: on the wire the first byte of such a message is 0, which tells it from a path.
  case number(Int32)
}

extension OSCAddress: ExpressibleByStringLiteral {
  public init(stringLiteral value: String) { self = .path(value) }
}

extension OSCAddress: CustomStringConvertible {
  /// On one line whatever the sender put in: control characters are escaped.
  public var description: String {
    switch self {
    case .path(let path): OSCText.escaped(path, quoted: false)
    case .number(let number): "\(number)"
    }
  }
}
