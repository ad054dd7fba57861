import CEdit
import Foundation

/// The standard streams, as far as they lead to a person.
enum Terminal {
  static var inputIsTerminal: Bool { isatty(STDIN_FILENO) == 1 }
  /// A terminal that can move its cursor.
  static var outputIsTerminal: Bool {
    isatty(STDOUT_FILENO) == 1 && ProcessInfo.processInfo.environment["TERM"].map { $0 != "dumb" } ?? false
  }

  /// 80 by 24 if the terminal does not say.
  static var size: (columns: Int, rows: Int) {
    let columns = Int(syrinx_terminal_columns(STDOUT_FILENO))
    let rows = Int(syrinx_terminal_rows(STDOUT_FILENO))
    return (columns > 0 ? columns : 80, rows > 0 ? rows : 24)
  }

  /// Whether the terminal shows more than ASCII, as far as the locale says.
  static var showsUnicode: Bool {
    let environment = ProcessInfo.processInfo.environment
    let locale = ["LC_ALL", "LC_CTYPE", "LANG"].lazy.compactMap { environment[$0] }.first { !$0.isEmpty } ?? ""
    return locale.uppercased().contains("UTF-8") || locale.uppercased().contains("UTF8")
  }

  /// Writes to standard output, all of it and at once.
  static func write(_ text: String) {
    var bytes = Array(text.utf8)[...]
    syrinx_flush_output()
    while !bytes.isEmpty {
      let count = bytes.withUnsafeBytes { Foundation.write(STDOUT_FILENO, $0.baseAddress, $0.count) }
      if count > 0 {
        bytes.removeFirst(count)
      } else if errno != EINTR && errno != EAGAIN {
        return
      }
    }
  }
}
