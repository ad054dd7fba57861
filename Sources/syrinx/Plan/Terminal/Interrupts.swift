import Dispatch
import Foundation

/// Every SIGINT and SIGTERM, as long as it is kept.
final class Interrupts: Sendable {
  /// The signals' numbers, for one reader.
  let signals: AsyncStream<Int32>
  private let continuation: AsyncStream<Int32>.Continuation
  private let sources: [Source]

  private struct Source: @unchecked Sendable {
    // Unchecked: a dispatch source may be cancelled from any thread.
    let source: any DispatchSourceSignal
  }

  init() {
    let (signals, continuation) = AsyncStream<Int32>.makeStream()
    self.signals = signals
    self.continuation = continuation
    Self.unblock()
    sources = [SIGINT, SIGTERM].map { number in
      signal(number, SIG_IGN)
      let source = DispatchSource.makeSignalSource(signal: number, queue: .global())
      source.setEventHandler { continuation.yield(number) }
      source.resume()
      return Source(source: source)
    }
  }

  /// Ends the stream, and gives the signals their usual effect again.
  func end() {
    for source in sources { source.source.cancel() }
    for number in [SIGINT, SIGTERM] { signal(number, SIG_DFL) }
    continuation.finish()
  }

  /// A program that starts another may leave it with signals blocked.
  private static func unblock() {
    var signals = sigset_t()
    sigemptyset(&signals)
    for number in [SIGINT, SIGTERM] { sigaddset(&signals, number) }
    pthread_sigmask(SIG_UNBLOCK, &signals, nil)
  }
}
