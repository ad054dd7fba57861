import Logging
import Synchronization

/// What a server logs, for a test to look at.
final class LogLines: Sendable {
  private let lines = Mutex<[String]>([])
  private let continuation: AsyncStream<String>.Continuation
  let stream: AsyncStream<String>

  init() { (stream, continuation) = AsyncStream.makeStream() }

  var all: [String] { lines.withLock { $0 } }

  var logger: Logger {
    var logger = Logger(label: "test") { _ in Handler(lines: self) }
    logger.logLevel = .trace
    return logger
  }

  /// Waits for a line that contains the text.
  func line(containing text: String) async -> String? {
    await stream.first { $0.contains(text) }
  }

  private func append(_ line: String) {
    lines.withLock { $0.append(line) }
    continuation.yield(line)
  }

  private struct Handler: LogHandler {
    let lines: LogLines
    var metadata: Logger.Metadata = [:]
    var logLevel = Logger.Level.trace

    init(lines: LogLines) { self.lines = lines }

    subscript(metadataKey key: String) -> Logger.Metadata.Value? {
      get { metadata[key] }
      set { metadata[key] = newValue }
    }

    func log(event: LogEvent) {
      lines.append("\(event.level) \(event.message)")
    }
  }
}
