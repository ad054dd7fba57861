/// Arguments as careless clients mean them, whatever type they came in.
extension OSCArgument {
  /// From `i h f d T F`, or from a string that holds a number. Fractions are cut off; what is not finite or does not
  /// fit is nil.
  public var asInteger: Int? {
    switch self {
    case .int32(let value): Int(value)
    case .int64(let value): Int(exactly: value)
    case .float32(let value): OSCArgument.truncated(Double(value))
    case .double(let value): OSCArgument.truncated(value)
    case .true: 1
    case .false: 0
    case .string(let text), .symbol(let text):
      Int(OSCArgument.trimmed(text)) ?? OSCArgument.number(text).flatMap(OSCArgument.truncated)
    default: nil
    }
  }

  /// From `i h f d T F`, or from a string that holds a number. May be NaN or infinite when the client sent that.
  public var asNumber: Double? {
    switch self {
    case .int32(let value): Double(value)
    case .int64(let value): Double(value)
    case .float32(let value): Double(value)
    case .double(let value): value
    case .true: 1
    case .false: 0
    case .string(let text), .symbol(let text): OSCArgument.number(text)
    default: nil
    }
  }

  /// From `s` or `S`.
  public var asText: String? {
    switch self {
    case .string(let text), .symbol(let text): text
    default: nil
    }
  }

  private static func truncated(_ value: Double) -> Int? {
    Int(exactly: value.rounded(.towardZero))
  }

  private static func number(_ text: String) -> Double? {
    Double(trimmed(text))
  }

  private static func trimmed(_ text: String) -> Substring {
    func blank(_ character: Character) -> Bool { character == " " || character == "\t" || character.isNewline }
    var part = text[...]
    while let first = part.first, blank(first) { part.removeFirst() }
    while let last = part.last, blank(last) { part.removeLast() }
    return part
  }
}
