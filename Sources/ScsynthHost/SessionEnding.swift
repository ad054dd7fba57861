import Dispatch
import Foundation

/// The moment at which a server is to end: when a client says so, or at SIGINT or SIGTERM.
final class SessionEnding: Sendable {
  private let stream: AsyncStream<Void>
  private let continuation: AsyncStream<Void>.Continuation
  private let sources: [Source]

  private struct Source: @unchecked Sendable {
    // Unchecked: a dispatch source may be cancelled from any thread.
    let source: any DispatchSourceSignal
  }

  init() {
    let (stream, continuation) = AsyncStream<Void>.makeStream()
    self.stream = stream
    self.continuation = continuation
    sources = [SIGINT, SIGTERM].map { number in
      signal(number, SIG_IGN)
      let source = DispatchSource.makeSignalSource(signal: number, queue: .global())
      source.setEventHandler { continuation.yield() }
      source.resume()
      return Source(source: source)
    }
  }

  deinit { for source in sources { source.source.cancel() } }

  func end() { continuation.yield() }

  func wait() async { for await _ in stream { return } }
}
