import Foundation
import Testing

/// A run of the program, seen from outside: what it prints, and how it ends.
final class RunningSyrinx: Sendable {
  let output: LineFeed
  let errors: LineFeed
  private let process: Process
  private let input: Pipe
  private let exit: AsyncStream<Int32>

  /// A run that nobody could be waiting for any more.
  private static let longestSeconds = 75.0

  convenience init(_ arguments: String..., environment: [String: String] = [:]) throws {
    try self.init(arguments, environment: environment)
  }

  convenience init(_ arguments: [String], environment: [String: String] = [:]) throws {
    try self.init(program: SyrinxBinary.url(), arguments, environment: environment)
  }

  init(program: URL, _ arguments: [String], environment: [String: String] = [:]) throws {
    let process = Process()
    process.executableURL = program
    process.arguments = arguments
    process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
    let (output, errors) = (Pipe(), Pipe())
    input = Pipe()
    process.standardInput = input
    process.standardOutput = output
    process.standardError = errors
    let (exit, continuation) = AsyncStream.makeStream(of: Int32.self)
    process.terminationHandler = {
      continuation.yield($0.terminationReason == .exit ? $0.terminationStatus : -$0.terminationStatus)
      continuation.finish()
    }
    try process.run()
    self.process = process
    self.exit = exit
    self.output = LineFeed(output.fileHandleForReading)
    self.errors = LineFeed(errors.fileHandleForReading)
    DispatchQueue.global().asyncAfter(deadline: .now() + Self.longestSeconds) { [weak self] in self?.send(SIGKILL) }
  }

  deinit { send(SIGKILL) }

  var identifier: Int32 { process.processIdentifier }

  var isRunning: Bool { process.isRunning }

  func send(_ signal: Int32) {
    if process.isRunning { kill(process.processIdentifier, signal) }
  }

  func write(_ line: String) throws { try input.fileHandleForWriting.write(contentsOf: Data((line + "\n").utf8)) }

  /// The exit code once it has ended; minus the signal's number when one ended it.
  func ended() async -> Int32 {
    for await code in exit { return code }
    return -1
  }

  /// Runs to its end.
  static func run(
    _ arguments: String..., environment: [String: String] = [:]
  ) async throws -> (code: Int32, output: [String], errors: [String]) {
    let run = try RunningSyrinx(arguments, environment: environment)
    let code = await run.ended()
    return (code, await run.output.all(), await run.errors.all())
  }
}
