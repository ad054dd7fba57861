import Dispatch
import Foundation

/// SIGINT and SIGTERM as something to wait for.
enum Interruption {
  /// Returns at the first of the two signals; a second one ends the process at once.
  static func wait() async {
    let signals = AsyncStream<Int32> { continuation in
      let sources = [SIGINT, SIGTERM].map { number in
        signal(number, SIG_IGN)
        let source = DispatchSource.makeSignalSource(signal: number, queue: .global())
        source.setEventHandler { continuation.yield(number) }
        source.resume()
        return UncheckedSource(source: source)
      }
      continuation.onTermination = { _ in sources.forEach { $0.source.cancel() } }
    }
    for await number in signals {
      signal(number, SIG_DFL)
      return
    }
  }

  private struct UncheckedSource: @unchecked Sendable {
    // Unchecked: a dispatch source may be cancelled from any thread.
    let source: any DispatchSourceSignal
  }
}
