import CEdit
import Foundation

/// What libedit calls on the editor's thread, always within `el_gets`.
enum LineEditorKeys {
  static let prompt: @convention(c) (OpaquePointer?) -> UnsafeMutablePointer<CChar>? = { _ in promptText }

  static let promptWords = "plan> "

  // Never changed, and never freed.
  nonisolated(unsafe) private static let promptText = strdup(promptWords)

  /// How many rows the cursor is below the prompt, on a terminal of so many columns.
  static func row(ofCursorIn editor: OpaquePointer, columns: Int) -> Int {
    let width = TextWidth.width(of: promptWords) + TextWidth.width(of: lineToCursor(of: editor))
    return width / max(columns, 1)
  }

  private static func lineToCursor(of editor: OpaquePointer) -> String {
    guard let line = el_line(editor)?.pointee, let start = line.buffer, let cursor = line.cursor else { return "" }
    return String(decoding: UnsafeRawBufferPointer(start: start, count: max(cursor - start, 0)), as: UTF8.self)
  }

  private static func owner(of editor: OpaquePointer) -> LineEditor? {
    syrinx_edit_owner(editor).map { Unmanaged<LineEditor>.fromOpaque($0).takeUnretainedValue() }
  }

  /// One character, put together from its UTF-8 bytes; bytes that are none read as U+FFFD.
  static let read: @convention(c) (OpaquePointer?, UnsafeMutablePointer<wchar_t>?) -> Int32 = { editor, character in
    guard let editor, let character, let owner = LineEditorKeys.owner(of: editor) else { return -1 }
    guard let first = owner.nextByte(editor) else { return 0 }
    var bytes = [first]
    // As many leading ones as the sequence has bytes.
    let count = (0xC2...0xF4).contains(first) ? (~first).leadingZeroBitCount : 1
    while bytes.count < count {
      guard let byte = owner.nextByte(editor) else { return 0 }
      bytes.append(byte)
    }
    let scalar = String(decoding: bytes, as: UTF8.self).unicodeScalars.first ?? "\u{FFFD}"
    character.pointee = wchar_t(scalar.value)
    return 1
  }

  static let complete: @convention(c) (OpaquePointer?, Int32) -> UInt8 = { editor, _ in
    guard let editor, let owner = LineEditorKeys.owner(of: editor) else { return UInt8(CC_ERROR) }
    let (replacing, candidates, common) = owner.complete(lineToCursor(of: editor))
    guard !candidates.isEmpty else { return UInt8(CC_REFRESH_BEEP) }
    let isOnly = candidates.count == 1
    if isOnly || common.count > replacing {
      el_deletestr(editor, Int32(clamping: replacing))
      el_insertstr(editor, isOnly ? common + " " : common)
      return UInt8(CC_REFRESH)
    }
    Terminal.write("\n" + candidates.joined(separator: "  ") + "\n")
    return UInt8(CC_REDISPLAY)
  }
}
