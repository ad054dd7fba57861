import Dispatch

/// The one thread of control, as an executor: what an actor on it does runs in the order in which it was sent.
public final class ControlThread: SerialExecutor {
  private let queue: DispatchQueue

  public init(name: String = "syrinx.control") { queue = DispatchQueue(label: name, qos: .userInitiated) }

  public func enqueue(_ job: consuming ExecutorJob) {
    let job = UnownedJob(job)
    let executor = asUnownedSerialExecutor()
    queue.async { job.runSynchronously(on: executor) }
  }

  /// Runs `body` on the thread, behind all that was sent before.
  public func run(_ body: @escaping @Sendable () -> Void) { queue.async(execute: body) }

  /// Runs `body` on the thread again and again until the handle is cancelled or let go.
  public func every(milliseconds: Int, _ body: @escaping @Sendable () -> Void) -> ControlTimer {
    ControlTimer(queue, milliseconds: milliseconds, body)
  }

  public func checkIsolated() { dispatchPrecondition(condition: .onQueue(queue)) }
}
