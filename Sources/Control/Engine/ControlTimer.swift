import Dispatch

/// Something that happens again and again on the control thread, as long as this is held.
public final class ControlTimer: @unchecked Sendable {
  // Unchecked: a dispatch source may be cancelled from any thread.

  private let source: any DispatchSourceTimer

  init(_ queue: DispatchQueue, milliseconds: Int, _ body: @escaping @Sendable () -> Void) {
    source = DispatchSource.makeTimerSource(flags: .strict, queue: queue)
    source.setEventHandler(handler: body)
    source.schedule(deadline: .now(), repeating: .milliseconds(milliseconds), leeway: .microseconds(500))
    source.resume()
  }

  deinit { source.cancel() }

  public func cancel() { source.cancel() }
}
