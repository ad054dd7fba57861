import OSC
import Testing

@Suite("check", .timeLimit(.minutes(2)))
struct CheckTests {
  @Test func speaksEveryCommandToAServerOfItsOwn() async throws {
    let run = try await RunningSyrinx.run("check", "--backend", "null")
    #expect(run.code == 0, "\(run.output.joined(separator: "\n"))")
    #expect(!run.output.contains { $0.contains("no check for") })
    try expectAllGood(run.output)
  }

  @Test func leavesARunningServerAsItWas() async throws {
    let folder = try TestFolder()
    let tone = try TestSound.sine(100, frames: 44_100).write(to: folder.path("tone.wav"))
    let server = try await TestServer.start()
    try await server.connection.ask("/crossfade_levels", 0.3, 0.6)
    try await server.connection.ask("/load_buffer", 1099, .string(tone), "tone")
    try await server.connection.ask("/load_buffer", 999_999, .string(tone), "idle")
    try await server.connection.ask("/play_stem", 1099, 1.0, 0.1, 1, 0.0)
    server.connection.send("/at", 3600.0, "/test_tone", 440)
    let before = try await server.connection.status()
    let run = try await RunningSyrinx.run("check", "--host", "127.0.0.1", "--port", "\(server.port)")
    #expect(run.code == 0, "\(run.output.joined(separator: "\n"))")
    try expectAllGood(run.output)
    let skipped = run.output.filter { $0.contains("not tried here") }
    #expect(skipped.count >= 6 && skipped.count % 2 == 0, "the same over UDP and TCP")
    // Its own sound may still fade out.
    try await server.connection.wait("all is as it was") { connection in
      let after = try await connection.status()
      return ["buffers", "playing", "deck_a", "deck_b", "memory_mb", "scheduled"].allSatisfy { before[$0] == after[$0] }
    }
    let all = try await RunningSyrinx.run("check", "--port", "\(server.port)", "--all")
    #expect(all.code == 0, "\(all.output.joined(separator: "\n"))")
    #expect(try await server.connection.status()["buffers"] == 0)
    await server.stop()
  }

  private func expectAllGood(_ output: [String]) throws {
    let last = try #require(output.last)
    let words = last.split(separator: " ")
    #expect(words.count >= 8 && words[0] == words[2] && last.contains("commands answered as they should"), "\(last)")
    for mark in ["over UDP", "over TCP"] { #expect(output.contains(mark)) }
  }
}
