import Dispatch
import Synchronization

/// Does what must not hold up the control thread (files, mostly), one thing after another, and hands back what came of it.
///
/// - Thread: confined to its server's, but for the work itself.
public final class ScsynthWorker {
  public enum Mode: Sendable {
    case background
    /// At once: for scores.
    case inline
  }

  private let mode: Mode
  private let queue = DispatchQueue(label: "syrinx.scsynth.files", qos: .userInitiated)
  private let finished = FinishedWork()
  /// What is to be done with the result, in the order of the work.
  private var waiting: [Int: () -> Void] = [:]
  private var next = 0
  private let wake: @Sendable () -> Void

  /// - Parameter wake: called on the worker's thread when there is something to take.
  public init(_ mode: Mode, wake: @escaping @Sendable () -> Void = {}) {
    self.mode = mode
    self.wake = wake
  }

  /// Another one of the same kind, which works beside it.
  func makeSibling() -> ScsynthWorker { ScsynthWorker(mode, wake: wake) }

  /// Whether nothing is being done or waits to be taken.
  var isIdle: Bool { waiting.isEmpty }

  /// - Parameters:
  ///   - isQuick: it is done at once when nothing else is in the way.
  ///   - then: is handed the result; called at once, or from `takeFinished`; told whether at once.
  func run<Result: Sendable>(
    isQuick: Bool, _ work: @escaping @Sendable () -> Result, then: @escaping (Result, _ isAtOnce: Bool) -> Void
  ) {
    if mode == .inline || (isQuick && isIdle) {
      then(work(), true)
      return
    }
    let ticket = next
    next += 1
    let box = ResultBox<Result>()
    waiting[ticket] = { if let result = box.take() { then(result, false) } }
    queue.async { [finished, wake] in
      box.put(work())
      finished.append(ticket)
      wake()
    }
  }

  func takeFinished() -> [() -> Void] { finished.take().compactMap { waiting.removeValue(forKey: $0) } }
}

/// Numbers of work that is done.
private final class FinishedWork: Sendable {
  private let tickets = Mutex<[Int]>([])

  func append(_ ticket: Int) { tickets.withLock { $0.append(ticket) } }

  func take() -> [Int] {
    tickets.withLock { tickets in
      defer { tickets = [] }
      return tickets
    }
  }
}

/// Carries a result from the worker's thread to its server's.
private final class ResultBox<Value: Sendable>: Sendable {
  private let value = Mutex<Value?>(nil)

  func put(_ new: Value) { value.withLock { $0 = new } }

  func take() -> Value? { value.withLock { $0.take() } }
}
