/// Reads the number under a cursor: JSON's own grammar (no leading zeros, no '+', digits on both sides of the point).
enum JSONNumberReader {
  static func read(_ cursor: inout JSONCursor) throws(JSONSyntaxError) -> Double {
    let first = cursor.offset
    if cursor.byte == UInt8(ascii: "-") { cursor.advance() }
    if cursor.byte == UInt8(ascii: "0") {
      cursor.advance()
      if isDigit(cursor.byte) {
        throw JSONSyntaxError("a number must not begin with a needless zero", at: cursor.place())
      }
    } else {
      try digits(&cursor, after: "'-'")
    }
    if cursor.byte == UInt8(ascii: ".") {
      cursor.advance()
      try digits(&cursor, after: "the decimal point")
    }
    if cursor.byte == UInt8(ascii: "e") || cursor.byte == UInt8(ascii: "E") {
      cursor.advance()
      if cursor.byte == UInt8(ascii: "+") || cursor.byte == UInt8(ascii: "-") { cursor.advance() }
      try digits(&cursor, after: "the exponent's 'e'")
    }
    let text = String(decoding: cursor.bytes[first..<cursor.offset], as: UTF8.self)
    return Double(text) ?? .nan
  }

  private static func digits(_ cursor: inout JSONCursor, after what: String) throws(JSONSyntaxError) {
    guard isDigit(cursor.byte) else {
      throw JSONSyntaxError("expected a digit after \(what), found \(cursor.found)", at: cursor.place())
    }
    while isDigit(cursor.byte) { cursor.advance() }
  }

  static func isDigit(_ byte: UInt8?) -> Bool {
    guard let byte else { return false }
    return (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
  }
}
