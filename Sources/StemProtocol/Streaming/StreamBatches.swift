import Synchronization

/// Tells control that a stream's reader has done what it was asked.
final class StreamBatches: Sendable {
  private let finished = Atomic<Bool>(false)

  func finish() { finished.store(true, ordering: .releasing) }

  func takeFinished() -> Bool { finished.exchange(false, ordering: .acquiring) }
}
