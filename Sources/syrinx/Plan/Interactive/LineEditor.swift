import CEdit
import Foundation
import Synchronization

/// Lines from a terminal, with editing, history and completion by libedit, which lives on a thread of its own.
final class LineEditor: Console {
  /// What the threads share.
  private struct State {
    var pending: [String] = []
    var isEditing = false
    var isClosing = false
    var hasResized = false
    var hasResumed = false
    var hasEnded = false
    var onEnd: [CheckedContinuation<Void, Never>] = []
  }

  private let state = Mutex(State())
  private let requests = DispatchSemaphore(value: 0)
  private let pipe: WakePipe
  private let signals: [Signal]
  let complete: @Sendable (String) -> (replacing: Int, candidates: [String], common: String)

  private struct Signal: @unchecked Sendable {
    // Unchecked: a dispatch source may be resumed and cancelled from any thread.
    let source: any DispatchSourceSignal
  }

  /// - Parameters:
  ///   - complete: from what stands in front of the cursor; called on the editor's thread.
  ///   - deliver: called on the editor's thread.
  /// - Returns: nil if the terminal cannot be edited on.
  init?(
    complete: @escaping @Sendable (String) -> (replacing: Int, candidates: [String], common: String),
    deliver: @escaping @Sendable (ConsoleInput) -> Void
  ) {
    guard let pipe = WakePipe() else { return nil }
    self.pipe = pipe
    self.complete = complete
    signals = [SIGWINCH, SIGCONT].map {
      Signal(source: DispatchSource.makeSignalSource(signal: $0, queue: .global()))
    }
    for (signal, number) in zip(signals, [SIGWINCH, SIGCONT]) {
      signal.source.setEventHandler { [weak self] in self?.note(number) }
      signal.source.resume()
    }
    let thread = Thread { self.run(deliver) }
    thread.name = "line editor"
    thread.start()
  }

  // MARK: Console, from any thread

  func ask() { requests.signal() }

  func show(_ text: String) {
    let isEditing = state.withLock { state in
      if state.isEditing { state.pending.append(text) } else { Terminal.write(text + "\n") }
      return state.isEditing
    }
    if isEditing { pipe.wake() }
  }

  func close() async {
    state.withLock { $0.isClosing = true }
    pipe.wake()
    requests.signal()
    await withCheckedContinuation { continuation in
      let hasEnded = state.withLock { state in
        if !state.hasEnded { state.onEnd.append(continuation) }
        return state.hasEnded
      }
      if hasEnded { continuation.resume() }
    }
    for signal in signals { signal.source.cancel() }
  }

  private func note(_ signal: Int32) {
    state.withLock { state in
      if signal == SIGWINCH { state.hasResized = true } else { state.hasResumed = true }
    }
    pipe.wake()
  }

  // MARK: The editor's thread

  private func run(_ deliver: @Sendable (ConsoleInput) -> Void) {
    setlocale(LC_CTYPE, "")
    defer { end() }
    let owner = Unmanaged.passUnretained(self).toOpaque()
    guard let editor = syrinx_edit_open("syrinx", owner) else { return deliver(.end) }
    defer { el_end(editor) }
    syrinx_edit_set_prompt(editor, LineEditorKeys.prompt)
    syrinx_edit_set_reader(editor, LineEditorKeys.read)
    syrinx_edit_bind_tab(editor, LineEditorKeys.complete)
    syrinx_edit_bind_keys(editor)
    let file = LineHistory()
    let past = syrinx_history_open(Int32(LineHistory.most))
    defer { if let past { history_end(past) } }
    if let past {
      for line in file.load() { syrinx_history_add(past, line) }
      syrinx_edit_use_history(editor, past)
    }
    while true {
      requests.wait()
      guard let line = edit(editor) else { return deliver(.end) }
      let trimmed = line.trimmingCharacters(in: .whitespacesAndNewlines)
      if !trimmed.isEmpty {
        if let past { syrinx_history_add(past, trimmed) }
        file.append(trimmed)
      }
      deliver(.line(line))
    }
  }

  /// A line without its end; nil if there are no more.
  private func edit(_ editor: OpaquePointer) -> String? {
    let isClosing = state.withLock { state in
      state.isEditing = !state.isClosing
      return state.isClosing
    }
    guard !isClosing else { return nil }
    var count: Int32 = 0
    let bytes = el_gets(editor, &count)
    let text = bytes.map { String(cString: $0) }
    if text == nil || count <= 0 { Terminal.write("\n") }
    state.withLock { state in
      state.isEditing = false
      for text in state.pending { Terminal.write(text + "\n") }
      state.pending = []
    }
    guard let text, count > 0 else { return nil }
    return text.last.map(\.isNewline) == true ? String(text.dropLast()) : text
  }

  private func end() {
    let waiting = state.withLock { state in
      state.hasEnded = true
      defer { state.onEnd = [] }
      return state.onEnd
    }
    for waiter in waiting { waiter.resume() }
  }

  /// Waits for a byte of the terminal, and meanwhile shows what others have to show; nil at the end.
  func nextByte(_ editor: OpaquePointer) -> UInt8? {
    while true {
      var files = [
        pollfd(fd: STDIN_FILENO, events: Int16(POLLIN), revents: 0),
        pollfd(fd: pipe.readEnd, events: Int16(POLLIN), revents: 0),
      ]
      guard poll(&files, 2, -1) >= 0 || errno == EINTR else { return nil }
      if files[1].revents != 0 {
        pipe.clear()
        guard attend(editor) else { return nil }
      }
      guard files[0].revents != 0 else { continue }
      var byte: UInt8 = 0
      let count = Foundation.read(STDIN_FILENO, &byte, 1)
      if count == 1 { return byte }
      guard count < 0, errno == EINTR || errno == EAGAIN else { return nil }
    }
  }

  /// Does what the editor was woken for; false if it is to close.
  private func attend(_ editor: OpaquePointer) -> Bool {
    let (texts, resized, resumed, isClosing) = state.withLock { state in
      defer { (state.pending, state.hasResized, state.hasResumed) = ([], false, false) }
      return (state.pending, state.hasResized, state.hasResumed, state.isClosing)
    }
    if resumed { syrinx_edit_take_terminal(editor) }
    if resized { el_resize(editor) }
    if !texts.isEmpty || resized {
      let row = LineEditorKeys.row(ofCursorIn: editor, columns: Terminal.size.columns)
      let up = row > 0 ? "\u{1B}[\(row)A" : ""
      Terminal.write("\(up)\r\u{1B}[J" + texts.map { $0 + "\n" }.joined())
    }
    if !texts.isEmpty || resized || resumed { syrinx_edit_redraw(editor) }
    return !isClosing
  }
}
