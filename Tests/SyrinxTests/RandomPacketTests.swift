import Foundation
import OSC
import Testing

@Suite("Packets of every kind", .timeLimit(.minutes(2)))
struct RandomPacketTests {
  @Test func neitherCrashNorDisturbNorLeak() async throws {
    let folder = try TestFolder()
    let tone = try TestSound.sine(100, frames: 44_100).write(to: folder.path("tone.wav"))
    let server = try await TestServer.start(
      "--quiet", "--record", folder.path("mix.wav"), "--recordings", folder.path("others"))
    let connection = server.connection
    try await connection.ask("/load_buffer", .int32(HostilePackets.steadyStem), .string(tone), "tone")
    try await connection.ask("/play_stem", .int32(HostilePackets.steadyStem), 1.0, 0.8, 1, 0.0)
    try await connection.waitUntilItSounds(Int(HostilePackets.steadyStem))
    let begun = try await connection.frames() + 4410
    let before = try await connection.status()

    var packets = HostilePackets(seed: 20_250_101)
    let socket = try HostileSocket(port: server.port)
    for round in 0..<100 {
      for _ in 0..<100 { try socket.send(packets.next()) }
      // Behind the answer all of them have been read.
      try socket.synchronize(Int32(round))
    }
    #expect(server.run.isRunning)

    try await connection.ask("/cancel")
    try await connection.ask("/load_buffer", 5000, .string(tone), "another")
    try await connection.ask("/play_stem", 5000, 1.0, 0.0, 1, 0.0)
    try await connection.waitUntilItPlays(5000)
    try await connection.ask("/stop_stem", 5000)
    try await connection.ask("/free_buffer", 5000)
    try await connection.wait("all is as it was") { connection in
      let after = try await connection.status()
      return ["buffers", "playing", "loading", "memory_mb", "scheduled", "deck_a", "deck_b"].allSatisfy {
        before[$0] == after[$0]
      }
    }
    let ended = try await connection.frames()
    #expect(await server.stop() == 0)

    let mix = try TestSound.read(folder.path("mix.wav")).cut(from: begun, frames: ended - begun)
    #expect(mix.frames == ended - begun)
    let peak = mix.peak
    #expect(peak > 0.2)
    // No step beyond a sine's own, no period without its top: it was never cut nor held.
    #expect(mix.largestStep < 2 * Float.pi * 100 / 44_100 * peak * 1.1)
    #expect(mix.longestSilence < 3)
    let period = 441
    for start in stride(from: 0, to: mix.frames - period, by: period) {
      let top = mix.channels[0][start..<start + period].max() ?? 0
      #expect(top > peak * 0.99, "at \(start)")
      if top <= peak * 0.99 { break }
    }
  }
}
