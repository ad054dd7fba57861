/// Reads a JSON text as RFC 8259 defines it, and keeps what Foundation's reader loses: the order of keys, repeated
/// keys, and the line and column of every value. A byte order mark in front is tolerated.
public struct JSONReader {
  /// How deep arrays and objects may nest.
  public static let deepestNesting = 128

  private var cursor: JSONCursor
  private var nesting = 0

  private init(_ bytes: [UInt8]) {
    cursor = JSONCursor(bytes, from: bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0)
  }

  public static func read(_ bytes: [UInt8]) throws(JSONSyntaxError) -> JSONValue {
    if bytes.starts(with: [0xFE, 0xFF]) || bytes.starts(with: [0xFF, 0xFE]) {
      throw JSONSyntaxError("the text is UTF-16: save it as UTF-8", at: .start)
    }
    var reader = JSONReader(bytes)
    reader.cursor.skipWhitespace()
    let value = try reader.value()
    reader.cursor.skipWhitespace()
    guard reader.cursor.byte == nil else {
      throw reader.error("expected the end of the text after the document, found \(reader.cursor.found)")
    }
    return value
  }

  private mutating func error(_ reason: String) -> JSONSyntaxError { JSONSyntaxError(reason, at: cursor.place()) }

  private mutating func value() throws(JSONSyntaxError) -> JSONValue {
    let place = cursor.place()
    switch cursor.byte {
    case UInt8(ascii: "{"):
      return JSONValue(.object(try nested { reader throws(JSONSyntaxError) in try reader.members() }), at: place)
    case UInt8(ascii: "["):
      return JSONValue(.array(try nested { reader throws(JSONSyntaxError) in try reader.elements() }), at: place)
    case UInt8(ascii: "\""):
      return JSONValue(.string(try JSONStringReader.read(&cursor)), at: place)
    case let byte? where byte == UInt8(ascii: "-") || JSONNumberReader.isDigit(byte):
      return JSONValue(.number(try JSONNumberReader.read(&cursor)), at: place)
    default:
      return JSONValue(try word(), at: place)
    }
  }

  private mutating func word() throws(JSONSyntaxError) -> JSONValue.Content {
    if cursor.continues(with: "true") {
      cursor.advance(by: 4)
      return .boolean(true)
    }
    if cursor.continues(with: "false") {
      cursor.advance(by: 5)
      return .boolean(false)
    }
    if cursor.continues(with: "null") {
      cursor.advance(by: 4)
      return .null
    }
    throw error("expected a value, found \(cursor.found)")
  }

  private mutating func nested<Items>(
    _ read: (inout JSONReader) throws(JSONSyntaxError) -> Items
  ) throws(JSONSyntaxError) -> Items {
    guard nesting < Self.deepestNesting else {
      throw error("arrays and objects nest deeper than \(Self.deepestNesting)")
    }
    nesting += 1
    defer { nesting -= 1 }
    cursor.advance()
    cursor.skipWhitespace()
    return try read(&self)
  }

  private mutating func elements() throws(JSONSyntaxError) -> [JSONValue] {
    var elements: [JSONValue] = []
    if try closes("]") { return elements }
    repeat {
      elements.append(try value())
    } while try goesOn(until: "]", in: "array")
    return elements
  }

  private mutating func members() throws(JSONSyntaxError) -> [JSONMember] {
    var members: [JSONMember] = []
    if try closes("}") { return members }
    repeat {
      let place = cursor.place()
      guard cursor.byte == UInt8(ascii: "\"") else {
        throw error("expected a key in double quotes, found \(cursor.found)")
      }
      let key = try JSONStringReader.read(&cursor)
      cursor.skipWhitespace()
      guard cursor.byte == UInt8(ascii: ":") else {
        throw error("expected ':' after the key \"\(key)\", found \(cursor.found)")
      }
      cursor.advance()
      cursor.skipWhitespace()
      members.append(JSONMember(key: key, place: place, value: try value()))
    } while try goesOn(until: "}", in: "object")
    return members
  }

  private mutating func closes(_ end: Unicode.Scalar) throws(JSONSyntaxError) -> Bool {
    guard cursor.byte == UInt8(ascii: end) else { return false }
    cursor.advance()
    return true
  }

  /// Steps over a comma and returns true, or over the closing bracket and returns false.
  private mutating func goesOn(until end: Unicode.Scalar, in kind: String) throws(JSONSyntaxError) -> Bool {
    cursor.skipWhitespace()
    if try closes(end) { return false }
    guard cursor.byte == UInt8(ascii: ",") else {
      throw error("expected ',' or '\(end)' in the \(kind), found \(cursor.found)")
    }
    let comma = cursor.place()
    cursor.advance()
    cursor.skipWhitespace()
    if cursor.byte == UInt8(ascii: end) {
      throw JSONSyntaxError("a comma stands before the closing '\(end)': leave it out", at: comma)
    }
    return true
  }
}
