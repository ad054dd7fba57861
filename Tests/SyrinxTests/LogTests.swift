import Foundation
import OSC
import Testing

@Suite("The log", .timeLimit(.minutes(2)))
struct LogTests {
  /// Sends three commands, one of them refused; gives back what was logged.
  private func logged(_ arguments: String...) async throws -> [String] {
    let folder = try TestFolder()
    let tone = try TestSound.sine(100, frames: 4410).write(to: folder.path("tone.wav"))
    let run = try RunningSyrinx(["serve", "--port", "0", "--backend", "null"] + arguments)
    let line = try #require(await run.output.first(containing: "ready"))
    let connection = try await StemConnection.open(port: #require(TestServer.port(in: line)))
    try await connection.ask("/load_buffer", 100, .string(tone), "a tone")
    try await connection.ask("/play_stem", 100, 1.0, 0.0, 0, 0.0)
    try await connection.ask("/play_stem", 7, 1.0)
    await connection.close()
    run.send(SIGTERM)
    #expect(await run.ended() == 0)
    return await run.errors.all()
  }

  @Test func hasOneReadableLineForEachCommand() async throws {
    let lines = try await logged()
    #expect(lines.filter { $0.contains("/load_buffer 100") && $0.contains("a tone") }.count == 1)
    #expect(lines.filter { $0.contains("/play_stem 100") }.count == 1)
    #expect(lines.filter { $0.contains("/play_stem 7") && $0.contains("refused: buffer 7 holds nothing") }.count == 1)
  }

  @Test func isSilentWhenAsked() async throws {
    #expect(try await logged("--quiet") == [])
  }

  @Test func saysMoreWhenAsked() async throws {
    let lines = try await logged("--verbose")
    #expect(lines.filter { $0.contains("/play_stem 100") }.count >= 1)
    #expect(lines.contains { $0.contains("receive buffer") })
  }

  @Test func isJSONWhenAsked() async throws {
    let lines = try await logged("--log-format", "json")
    let objects = try lines.map { line in
      try #require(try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: String], "\(line)")
    }
    #expect(objects.allSatisfy { $0["time"] != nil && $0["level"] != nil && $0["message"] != nil })
    #expect(objects.filter { $0["command"] == "/load_buffer" }.count == 1)
    #expect(objects.filter { $0["command"] == "/play_stem" }.map { $0["level"] } == ["info", "warning"])
  }
}
