/// What a stage waits for from its server; lives on the stage's actor.
final class StageQuestion {
  enum Kind: Equatable {
    case clock
    case stems
    case status
    /// The ids whose loads have not ended.
    case loads(Set<Int32>)
  }

  enum Answer: Sendable {
    case clock(StageClock)
    case stems([StemReading])
    case status(StageStatus)
    /// The reason for each id that failed.
    case loads([Int32: String])
  }

  var kind: Kind
  var stems: [StemReading] = []
  var failures: [Int32: String] = [:]
  /// By when something has to come.
  var deadline: ContinuousClock.Instant
  private var outcome: Result<Answer, any Error>?
  private var continuation: CheckedContinuation<Answer, any Error>?

  init(_ kind: Kind, deadline: ContinuousClock.Instant) {
    self.kind = kind
    self.deadline = deadline
  }

  var isOpen: Bool { outcome == nil }

  func finish(_ result: Result<Answer, any Error>) {
    guard isOpen else { return }
    outcome = result
    continuation?.resume(with: result)
    continuation = nil
  }

  /// Hands the outcome to the one who asks, now or when it comes.
  func deliver(to continuation: CheckedContinuation<Answer, any Error>) {
    if let outcome { continuation.resume(with: outcome) } else { self.continuation = continuation }
  }
}
