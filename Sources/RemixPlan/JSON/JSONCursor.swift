/// A position in the bytes of a text, which knows its line and column.
struct JSONCursor {
  let bytes: [UInt8]
  private(set) var offset: Int
  private var line = 1
  /// The last offset whose column is known; columns are counted on from there, so that a long line stays cheap.
  private var knownOffset: Int
  private var knownColumn = 1

  init(_ bytes: [UInt8], from offset: Int = 0) {
    self.bytes = bytes
    self.offset = offset
    self.knownOffset = offset
  }

  /// The byte under the cursor; nil at the end of the text.
  var byte: UInt8? { offset < bytes.count ? bytes[offset] : nil }

  mutating func advance(by count: Int = 1) { offset += count }

  mutating func skipWhitespace() {
    while let byte {
      switch byte {
      case UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: "\r"):
        offset += 1
      case UInt8(ascii: "\n"):
        offset += 1
        line += 1
        knownOffset = offset
        knownColumn = 1
      default:
        return
      }
    }
  }

  /// The place of the byte under the cursor. A byte that continues a UTF-8 sequence adds no column.
  mutating func place() -> JSONPlace {
    for byte in bytes[knownOffset..<offset] where byte & 0xC0 != 0x80 { knownColumn += 1 }
    knownOffset = offset
    return JSONPlace(line: line, column: knownColumn)
  }

  /// Whether the text goes on with these ASCII characters.
  func continues(with word: StaticString) -> Bool {
    guard bytes.count - offset >= word.utf8CodeUnitCount else { return false }
    return word.withUTF8Buffer { bytes[offset...].starts(with: $0) }
  }

  /// What stands under the cursor, as an error text shows it.
  var found: String {
    guard let byte else { return "the end of the text" }
    if byte < 0x20 || byte == 0x7F { return "the control character U+00\(byte < 16 ? "0" : "")\(hexadecimal(byte))" }
    let scalar = String(decoding: bytes[offset..<min(offset + 4, bytes.count)], as: UTF8.self).unicodeScalars.first
    return "'\(scalar.map(String.init) ?? "?")'"
  }

  private func hexadecimal(_ byte: UInt8) -> String { String(byte, radix: 16, uppercase: true) }
}
