/// How wide text is on a terminal, in columns.
enum TextWidth {
  static func width(of text: String) -> Int { text.reduce(0) { $0 + width(of: $1) } }

  private static func width(of character: Character) -> Int {
    guard let scalar = character.unicodeScalars.first else { return 0 }
    if scalar.isASCII { return 1 }
    if scalar.properties.isEmojiPresentation || character.unicodeScalars.contains("\u{FE0F}") { return 2 }
    switch scalar.value {
    // The wide blocks of Unicode's East Asian Width.
    case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F,
      0xFF01...0xFF60, 0xFFE0...0xFFE6, 0x20000...0x3FFFD:
      return 2
    case 0x300...0x36F, 0x200B...0x200D:
      return 0
    default:
      return 1
    }
  }

  /// The text, cut off where it passes that many columns.
  static func cut(_ text: String, to columns: Int) -> String {
    guard width(of: text) > columns else { return text }
    var (result, used) = ("", 0)
    for character in text {
      used += width(of: character)
      if used > columns - 1 { break }
      result.append(character)
    }
    return columns > 0 ? result + (Terminal.showsUnicode ? "…" : ">") : ""
  }

  static func padded(_ text: String, to columns: Int, right: Bool = false) -> String {
    let space = String(repeating: " ", count: max(columns - width(of: text), 0))
    return right ? space + text : text + space
  }
}
