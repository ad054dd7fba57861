/// Reads the string under a cursor, whose first byte is the opening quote.
enum JSONStringReader {
  static func read(_ cursor: inout JSONCursor) throws(JSONSyntaxError) -> String {
    let opening = cursor.place()
    cursor.advance()
    var text: [UInt8] = []
    while let byte = cursor.byte {
      switch byte {
      case UInt8(ascii: "\""):
        cursor.advance()
        guard let string = String(validating: text, as: UTF8.self) else {
          throw JSONSyntaxError("the string that begins here is not valid UTF-8", at: opening)
        }
        return string
      case UInt8(ascii: "\\"):
        text.append(contentsOf: String(try escaped(&cursor)).utf8)
      case 0..<0x20:
        throw JSONSyntaxError("a string must not hold \(cursor.found): write it with '\\'", at: cursor.place())
      default:
        text.append(byte)
        cursor.advance()
      }
    }
    throw JSONSyntaxError("the string that begins here has no closing quote", at: opening)
  }

  private static func escaped(_ cursor: inout JSONCursor) throws(JSONSyntaxError) -> Unicode.Scalar {
    let place = cursor.place()
    cursor.advance()
    let scalar: Unicode.Scalar
    switch cursor.byte {
    case UInt8(ascii: "\""): scalar = "\""
    case UInt8(ascii: "\\"): scalar = "\\"
    case UInt8(ascii: "/"): scalar = "/"
    case UInt8(ascii: "b"): scalar = "\u{8}"
    case UInt8(ascii: "f"): scalar = "\u{C}"
    case UInt8(ascii: "n"): scalar = "\n"
    case UInt8(ascii: "r"): scalar = "\r"
    case UInt8(ascii: "t"): scalar = "\t"
    case UInt8(ascii: "u"):
      cursor.advance()
      return try unicode(&cursor, at: place)
    default:
      throw JSONSyntaxError("'\\' cannot stand before \(cursor.found): write '\\\\' for a backslash", at: place)
    }
    cursor.advance()
    return scalar
  }

  private static func unicode(
    _ cursor: inout JSONCursor, at place: JSONPlace
  ) throws(JSONSyntaxError) -> Unicode.Scalar {
    let first = try codeUnit(&cursor)
    if let scalar = Unicode.Scalar(UInt32(first)) { return scalar }
    if UTF16.isLeadSurrogate(first), cursor.continues(with: "\\u") {
      cursor.advance(by: 2)
      let second = try codeUnit(&cursor)
      if UTF16.isTrailSurrogate(second), let scalar = UTF16.decode([first, second]) { return scalar }
    }
    throw JSONSyntaxError("half a surrogate pair is no character", at: place)
  }

  private static func codeUnit(_ cursor: inout JSONCursor) throws(JSONSyntaxError) -> UInt16 {
    var unit: UInt16 = 0
    for _ in 0..<4 {
      guard let byte = cursor.byte, byte < 0x80, let digit = Character(Unicode.Scalar(byte)).hexDigitValue else {
        throw JSONSyntaxError("'\\u' takes four hexadecimal digits, found \(cursor.found)", at: cursor.place())
      }
      unit = unit << 4 | UInt16(digit)
      cursor.advance()
    }
    return unit
  }
}

extension UTF16 {
  /// The character that a surrogate pair stands for.
  fileprivate static func decode(_ pair: [UInt16]) -> Unicode.Scalar? {
    String(decoding: pair, as: UTF16.self).unicodeScalars.first
  }
}
