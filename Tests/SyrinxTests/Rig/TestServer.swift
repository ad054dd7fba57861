import Foundation
import OSCTransport

/// A running `syrinx serve` on a free port, with a client on it.
final class TestServer: Sendable {
  struct NotReady: Error, CustomStringConvertible {
    var description: String
  }

  let run: RunningSyrinx
  let readyLine: String
  let port: Int
  let connection: StemConnection

  private init(_ run: RunningSyrinx, _ readyLine: String, _ port: Int, _ connection: StemConnection) {
    self.run = run
    self.readyLine = readyLine
    self.port = port
    self.connection = connection
  }

  /// - fileSizeLimit: in KiB: what no file may grow beyond, as on a disk that is full.
  static func start(
    _ arguments: String..., backend: String = "null", environment: [String: String] = [:], fileSizeLimit: Int? = nil
  ) async throws -> TestServer {
    var program = try SyrinxBinary.url()
    var words = ["serve", "--port", "0", "--backend", backend] + arguments
    if let fileSizeLimit {
      words = ["-c", "ulimit -f \(fileSizeLimit); exec \"$0\" \"$@\"", program.path] + words
      program = URL(fileURLWithPath: "/bin/bash")
    }
    let run = try RunningSyrinx(program: program, words, environment: environment)
    guard let line = await run.output.first(containing: "ready") else {
      throw NotReady(description: "no ready line:\n\(await run.errors.all().joined(separator: "\n"))")
    }
    guard let port = port(in: line) else { throw NotReady(description: "no port in: \(line)") }
    return TestServer(run, line, port, try await StemConnection.open(port: port))
  }

  static func port(in line: String) -> Int? {
    guard let range = line.range(of: "port ") else { return nil }
    return Int(line[range.upperBound...].prefix { $0.isNumber })
  }

  /// As a user would; gives back the exit code.
  @discardableResult
  func stop(_ signal: Int32 = SIGTERM) async -> Int32 {
    await connection.close()
    run.send(signal)
    return await run.ended()
  }
}
