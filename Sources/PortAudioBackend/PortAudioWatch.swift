import CRealTime
import Dispatch
import Synchronization

/// Looks after a running stream, since not every host API says when a device goes: it counts as gone when PortAudio
/// ends the stream, no longer calls it active, or has not called the renderer for five seconds.
final class PortAudioWatch: @unchecked Sendable {
  // Unchecked: a dispatch timer may be cancelled from any thread.

  private struct Look: Sendable {
    var calls: Int64 = -1
    var idleLooks = 0
    var onLoss: (@Sendable (String) -> Void)?
  }

  private static let interval = DispatchTimeInterval.milliseconds(250)
  private static let mostIdleLooks = 20

  private let timer = DispatchSource.makeTimerSource()
  private let look: Mutex<Look>

  /// - isAlive: whether PortAudio still runs the stream.
  /// - calls: how often the renderer was called.
  init(
    deviceName: String, isAlive: @escaping @Sendable () -> Bool, calls: @escaping @Sendable () -> Int64,
    onLoss: @escaping @Sendable (String) -> Void
  ) {
    look = Mutex(Look(onLoss: onLoss))
    timer.schedule(deadline: .now() + Self.interval, repeating: Self.interval)
    timer.setEventHandler { [weak self] in
      self?.look(deviceName, isAlive: isAlive(), calls: calls())
    }
    timer.activate()
  }

  deinit { timer.cancel() }

  /// From here on nothing is told.
  func end() {
    timer.cancel()
    look.withLock { $0.onLoss = nil }
  }

  private func look(_ deviceName: String, isAlive: Bool, calls: Int64) {
    let onLoss = look.withLock { look -> (@Sendable (String) -> Void)? in
      look.idleLooks = calls == look.calls ? look.idleLooks + 1 : 0
      look.calls = calls
      guard !isAlive || look.idleLooks >= Self.mostIdleLooks else { return nil }
      defer { look.onLoss = nil }
      return look.onLoss
    }
    if let onLoss {
      timer.cancel()
      onLoss("\(deviceName) is gone")
    }
  }
}
