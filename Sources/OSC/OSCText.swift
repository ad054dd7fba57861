/// Text of unknown origin, made fit for a line of a log.
enum OSCText {
  /// What is longer is cut, in Unicode scalars.
  static let longest = 400

  static func escaped(_ text: String, quoted: Bool) -> String {
    var line = quoted ? "\"" : ""
    for (count, scalar) in text.unicodeScalars.enumerated() {
      guard count < longest else {
        line += "…"
        break
      }
      switch scalar {
      case "\n": line += "\\n"
      case "\r": line += "\\r"
      case "\t": line += "\\t"
      case "\\" where quoted: line += "\\\\"
      case "\"" where quoted: line += "\\\""
      case _ where breaksLine(scalar): line += "\\u{\(String(scalar.value, radix: 16))}"
      default: line.unicodeScalars.append(scalar)
      }
    }
    if quoted { line += "\"" }
    return line
  }

  /// Control characters, line and paragraph separators, and what reorders the text around it.
  private static func breaksLine(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0..<0x20, 0x7F..<0xA0, 0x2028...0x202E, 0x2066...0x2069: true
    default: false
    }
  }

  /// Two hexadecimal digits.
  static func hexadecimal(_ byte: UInt8) -> String {
    let digits = String(byte, radix: 16)
    return digits.utf8.count == 1 ? "0" + digits : digits
  }
}
