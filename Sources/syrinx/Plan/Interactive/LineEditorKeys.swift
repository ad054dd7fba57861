import CEdit
import Foundation

/// What libedit calls on the editor's thread, always within `el_gets`.
enum LineEditorKeys {
  static let prompt: @convention(c) (OpaquePointer?) -> UnsafeMutablePointer<CChar>? = { _ in promptText }

  nonisolated(unsafe) private static let promptText = strdup("plan> ")

  private static func owner(of editor: OpaquePointer) -> LineEditor? {
    syrinx_edit_owner(editor).map { Unmanaged<LineEditor>.fromOpaque($0).takeUnretainedValue() }
  }

  /// One character, put together from its UTF-8 bytes; a byte that is none reads as "?".
  static let read: @convention(c) (OpaquePointer?, UnsafeMutablePointer<wchar_t>?) -> Int32 = { editor, character in
    guard let editor, let character, let owner = LineEditorKeys.owner(of: editor) else { return -1 }
    var decoder = UTF8()
    var bytes = LineEditorBytes(editor: editor, owner: owner)
    switch decoder.decode(&bytes) {
    case .scalarValue(let scalar): character.pointee = wchar_t(scalar.value)
    case .error: character.pointee = wchar_t(UInt8(ascii: "?"))
    case .emptyInput: return 0
    }
    return 1
  }

  static let complete: @convention(c) (OpaquePointer?, Int32) -> UInt8 = { editor, _ in
    guard let editor, let owner = LineEditorKeys.owner(of: editor), let line = el_line(editor)?.pointee,
      let start = line.buffer, let cursor = line.cursor
    else { return UInt8(CC_ERROR) }
    let bytes = UnsafeRawBufferPointer(start: start, count: max(cursor - start, 0))
    let (replacing, candidates, common) = owner.complete(String(decoding: bytes, as: UTF8.self))
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

/// The bytes that a terminal sends, as they come.
private struct LineEditorBytes: IteratorProtocol {
  let editor: OpaquePointer
  let owner: LineEditor

  mutating func next() -> UInt8? { owner.nextByte(editor) }
}
