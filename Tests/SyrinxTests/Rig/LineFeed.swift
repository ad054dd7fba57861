import Foundation
import Synchronization

/// The lines that a program prints, as they come.
final class LineFeed: Sendable {
  private struct Waiter {
    var fits: @Sendable (String) -> Bool
    var continuation: CheckedContinuation<String?, Never>
  }

  private struct State {
    var lines: [String] = []
    var hasEnded = false
    var waiters: [Waiter] = []
  }

  private let state = Mutex(State())

  init(_ file: FileHandle) {
    Thread.detachNewThread { [self] in
      var pending: [UInt8] = []
      while true {
        let data = file.availableData
        if data.isEmpty { break }
        for byte in data {
          if byte == UInt8(ascii: "\n") {
            add(String(decoding: pending, as: UTF8.self))
            pending = []
          } else {
            pending.append(byte)
          }
        }
      }
      if !pending.isEmpty { add(String(decoding: pending, as: UTF8.self)) }
      end()
    }
  }

  /// All so far.
  var lines: [String] { state.withLock { $0.lines } }

  /// The first line that fits, as soon as it is there; nil when the output ends without it.
  func first(where fits: @escaping @Sendable (String) -> Bool) async -> String? {
    await withCheckedContinuation { continuation in
      let found: String?? = state.withLock { state in
        if let line = state.lines.first(where: fits) { return .some(line) }
        if state.hasEnded { return .some(nil) }
        state.waiters.append(Waiter(fits: fits, continuation: continuation))
        return nil
      }
      if let found { continuation.resume(returning: found) }
    }
  }

  func first(containing text: String) async -> String? { await first { $0.contains(text) } }

  /// Everything, once the output has ended.
  func all() async -> [String] {
    _ = await first { _ in false }
    return lines
  }

  private func add(_ line: String) {
    let ready = state.withLock { state in
      state.lines.append(line)
      let ready = state.waiters.filter { $0.fits(line) }
      state.waiters.removeAll { $0.fits(line) }
      return ready
    }
    for waiter in ready { waiter.continuation.resume(returning: line) }
  }

  private func end() {
    let left = state.withLock { state in
      state.hasEnded = true
      defer { state.waiters = [] }
      return state.waiters
    }
    for waiter in left { waiter.continuation.resume(returning: nil) }
  }
}
