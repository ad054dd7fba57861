import Dispatch
import Synchronization

/// Tells a stream's owner once that the server is gone; never after the stream was stopped.
final class JACKLoss: Sendable {
  private let handler = Mutex<(@Sendable (String) -> Void)?>(nil)
  private let words = Mutex<String?>(nil)

  /// Whether the server has gone.
  var reason: String? { words.withLock { $0 } }

  func arm(_ handler: @escaping @Sendable (String) -> Void) { self.handler.withLock { $0 = handler } }

  func disarm() { handler.withLock { $0 = nil } }

  /// Leaves the telling to another thread, since on JACK's own no call of libjack is allowed.
  func signal(_ reason: String) {
    words.withLock { $0 = $0 ?? reason }
    DispatchQueue.global().async { [self] in
      let handler = handler.withLock { current in
        defer { current = nil }
        return current
      }
      handler?(reason)
    }
  }
}
