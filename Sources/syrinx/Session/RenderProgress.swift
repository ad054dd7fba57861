import Foundation
import Synchronization

/// The progress of a render: a bar on a terminal, a line at the end elsewhere.
final class RenderProgress: Sendable {
  private let totalSeconds: Double
  private let isShown: Bool
  private let lastPercent = Mutex(-1)

  init(totalSeconds: Double, quiet: Bool) {
    self.totalSeconds = totalSeconds
    isShown = !quiet && isatty(1) != 0
  }

  func show(seconds: Double) {
    guard isShown, totalSeconds > 0 else { return }
    let share = min(1, max(0, seconds / totalSeconds))
    let percent = Int(share * 100)
    let isNew = lastPercent.withLock { last in
      defer { last = percent }
      return last != percent
    }
    if isNew { write("\r\(TextBar.text(share, columns: 40)) \(percent) %") }
  }

  func finish(seconds: Double, took: Duration, _ path: String) {
    let spent = Double(took.components.seconds) + Double(took.components.attoseconds) * 1e-18
    let speed = Int(seconds / max(0.001, spent))
    let line =
      "\(path): \(Double(Int(seconds * 10)) / 10) s of sound in \(Double(Int(spent * 10)) / 10) s (\(speed) times real time)"
    write((isShown ? "\r" + String(repeating: " ", count: 48) + "\r" : "") + line + "\n")
  }

  private func write(_ text: String) { FileHandle.standardOutput.write(Data(text.utf8)) }
}
