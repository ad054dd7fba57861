import Synchronization

/// What became of recordings, from their threads to the server's.
final class RecordingOutcomes: Sendable {
  private let outcomes = Mutex<[Recording.Outcome]>([])
  /// Called on a recording's thread when there is something to take.
  private let wake: @Sendable () -> Void

  init(wake: @escaping @Sendable () -> Void) { self.wake = wake }

  func put(_ outcome: Recording.Outcome) {
    outcomes.withLock { $0.append(outcome) }
    wake()
  }

  func take() -> [Recording.Outcome] {
    outcomes.withLock { outcomes in
      defer { outcomes = [] }
      return outcomes
    }
  }
}
