import Foundation
import OSC
import OSCTransport
import Testing

/// What a crash and a full disk leave of a recording.
@Suite("recordings", .timeLimit(.minutes(3)))
struct RecordingFileTests {
  /// Killed without a chance to close anything, the file opens and holds all but the last second.
  @Test(arguments: ["mix.wav", "mix.rf64", "mix.flac", "mix.aiff"])
  func aKilledServerLeavesAllButTheLastSecond(name: String) async throws {
    let folder = try TestFolder()
    let path = folder.path(name)
    let tone = try TestSound.sine(100, frames: 44_100).write(to: folder.path("tone.wav"))
    let server = try await TestServer.start()
    try await server.connection.ask("/load_buffer", 100, .string(tone), "tone")
    try await server.connection.ask("/play_stem", 100, 1.0, 1.0, 1, 0.0)
    try await server.connection.waitUntilItSounds(100)
    try await server.connection.ask("/record_start", .string(path))
    let began = try await server.connection.frames()
    try await server.connection.wait("three seconds have played") { try await $0.frames() > began + 3 * 44_100 }
    let frames = try await server.connection.frames() - began
    #expect(await server.stop(SIGKILL) == -SIGKILL)
    let mix = try TestSound.read(path)
    #expect(mix.frames > frames - 44_100)
    #expect(mix.cut(from: mix.frames - 1000, frames: 1000).peak > 0.2)
    guard name.hasSuffix("flac"), let decoded = try decode(path, to: folder.path("decoded.wav")) else { return }
    #expect(decoded.frames >= mix.frames && decoded.cut(from: 0, frames: mix.frames).firstDifference(from: mix) == nil)
  }

  /// By the format's own decoder; nil where there is none.
  private func decode(_ path: String, to output: String) throws -> TestSound? {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = ["flac", "--decode", "--decode-through-errors", "--silent", "-o", output, path]
    process.standardError = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    guard process.terminationStatus != 127 else { return nil }
    return try TestSound.read(output)
  }

  #if os(Linux)
  /// A shell lets the server write files of 300 kB: less than two seconds.
  @Test(arguments: ["mix.wav", "mix.flac"]) func aFullDiskEndsTheRecordingNotTheMusic(name: String) async throws {
    let folder = try TestFolder()
    let path = folder.path(name)
    let noise = try TestSound.noise(1, frames: 44_100, seed: 3).write(to: folder.path("noise.wav"))
    let server = try await TestServer.start(fileSizeLimit: 300)
    try await server.connection.ask("/load_buffer", 100, .string(noise), "noise")
    try await server.connection.ask("/play_stem", 100, 1.0, 1.0, 1, 0.0)
    try await server.connection.waitUntilItSounds(100)
    let client = server.connection.client
    try await server.connection.ask("/notify", 1, "state")
    let messages = await client.request(
      OSCMessage("/record_start", .string(path)),
      until: { $0.address == "/notify/recording" && $0.arguments.first == "failed" },
      timeoutSeconds: 60)
    let failure = try #require(messages.first { $0.address == "/fail" })
    #expect(failure.arguments.first == "/record_start" && failure.arguments.last == .string(path))
    #expect(await server.run.errors.first(containing: "the recording to \(path) ends") != nil)
    // The music goes on, and other recordings may begin.
    #expect(try await server.connection.status()["playing"] == 1)
    try await server.connection.wait("the recording is over") { try await $0.status()["recordings"] == 0 }
    let frames = try await server.connection.frames()
    try await server.connection.wait("the clock goes on") { try await $0.frames() > frames + 4410 }
    #expect(await server.stop() == 0)
    // What fitted opens.
    #expect(try TestSound.read(path).frames > 20_000)
  }
  #endif
}
