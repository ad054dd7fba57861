import Foundation

/// A program that runs beside a test, with the lines it prints.
final class RunningPeer: Sendable {
  let lines: AsyncStream<String>
  private let process: Process
  private let exit: AsyncStream<Int32>

  init(_ program: URL, _ arguments: [String], environment: [String: String]) throws {
    let process = Process()
    process.executableURL = program
    process.arguments = arguments
    process.environment = environment
    let output = Pipe()
    process.standardOutput = output
    process.standardError = output
    let (exit, exitContinuation) = AsyncStream.makeStream(of: Int32.self)
    process.terminationHandler = {
      exitContinuation.yield($0.terminationStatus)
      exitContinuation.finish()
    }
    let (lines, continuation) = AsyncStream.makeStream(of: String.self)
    let handle = output.fileHandleForReading
    try process.run()
    Thread.detachNewThread {
      var pending: [UInt8] = []
      while let data = try? handle.read(upToCount: 1), let byte = data.first {
        if byte == UInt8(ascii: "\n") {
          continuation.yield(String(decoding: pending, as: UTF8.self))
          pending = []
        } else {
          pending.append(byte)
        }
      }
      continuation.finish()
    }
    self.process = process
    self.lines = lines
    self.exit = exit
  }

  deinit { stop() }

  func nextLine() async -> String? { await lines.first { _ in true } }

  /// The exit status, and what has not been read of the output.
  func wait() async -> (status: Int32, output: String) {
    var output: [String] = []
    for await line in lines { output.append(line) }
    return (await exit.first { _ in true } ?? -1, output.joined(separator: "\n"))
  }

  /// For good: a program that is started from a thread of Swift's inherits its blocked signals, SIGTERM among them.
  func stop() {
    if process.isRunning { kill(process.processIdentifier, SIGKILL) }
  }
}
