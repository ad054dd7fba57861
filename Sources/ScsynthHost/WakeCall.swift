import Synchronization

/// A call that can be set after it has been handed out.
final class WakeCall: Sendable {
  private let body = Mutex<(@Sendable () -> Void)?>(nil)

  func set(_ body: @escaping @Sendable () -> Void) { self.body.withLock { $0 = body } }

  func call() { body.withLock { $0 }?() }
}
