import OSC
import StemProtocol
import Synchronization

/// What a check has seen, a line for each command, and the sum of it.
final class CheckReport: Sendable {
  private struct State {
    var good = 0
    var tried = 0
    var skipped = 0
    var addresses: Set<String> = []
  }

  private let state = Mutex(State())

  func say(_ text: String) { Terminal.write("\(text)\n") }

  /// - Parameter fault: what is wrong with the answer; nil: nothing.
  func add(_ command: OSCMessage, _ reply: OSCMessage?, took: Duration, fault: String?) {
    state.withLock {
      $0.tried += 1
      if fault == nil { $0.good += 1 }
      $0.addresses.insert("\(command.address)")
    }
    let milliseconds = Double(took.components.seconds) * 1e3 + Double(took.components.attoseconds) * 1e-15
    line(fault == nil ? "ok" : "FAILED", time(milliseconds), "\(command)", reply.map { "\($0)" } ?? "no answer")
    if let fault { say("        \(fault)") }
  }

  func skip(_ address: String, _ reason: String) {
    state.withLock {
      $0.skipped += 1
      $0.addresses.insert(address)
    }
    line("-", "", address, reason)
  }

  /// Names the commands that were forgotten, and tells how many answered.
  func end() {
    for specification in StemCommandTable.specifications {
      let isKnown = state.withLock { state in
        if state.addresses.contains(specification.address) { return true }
        state.tried += 1
        return false
      }
      if !isKnown { line("FAILED", "", specification.address, "no check for \(specification.address) yet") }
    }
    let state = state.withLock { $0 }
    let skipped = state.skipped > 0 ? ", \(state.skipped) not tried" : ""
    say("\(state.good) of \(state.tried) commands answered as they should\(skipped)")
  }

  /// Whether every command that was tried was answered as it should be.
  var isGood: Bool { state.withLock { $0.good == $0.tried && $0.tried > 0 } }

  private func line(_ mark: String, _ time: String, _ command: String, _ reply: String) {
    let cells = [
      TextWidth.padded(mark, to: 6), TextWidth.padded(time, to: 9, right: true),
      TextWidth.padded(TextWidth.cut(command, to: 50), to: 50), TextWidth.cut(reply, to: 110),
    ]
    say(cells.joined(separator: "  "))
  }

  private func time(_ milliseconds: Double) -> String {
    let tenths = Int((milliseconds * 10).rounded())
    return "\(tenths / 10).\(tenths % 10) ms"
  }
}
