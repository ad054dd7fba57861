import Foundation
import OSC
import OSCTransport
import TestSupport
import Testing

@Suite("serve on JACK", .serialized, .timeLimit(.minutes(3)))
struct JACKServeTests {
  private func start(_ jack: DummyJACKServer) async throws -> TestServer {
    try await TestServer.start(
      backend: "jack", environment: ["JACK_DEFAULT_SERVER": jack.name, "SYRINX_JACK_AUTOCONNECT": "0"])
  }

  @Test func soundsTheSameAsRenderedOffline() async throws {
    let session = try TimedSession()
    let offline = try session.renderOffline()
    #expect(offline.frames > 60_000)
    let live: TestSound = try await DummyJACKServer.run { jack in
      let server = try await start(jack)
      try await session.prepare(server.connection)
      let capture = try JACKCapture(server: jack, channels: 2, frames: 44_100 * 7)
      #expect(capture.connect(from: "syrinx"))
      let frame = try await server.connection.frames() + 44_100 / 2
      // Wherever that falls in a block.
      try await session.schedule(server.connection, atFrame: frame)
      let channels = try #require(capture.recording())
      #expect(try await server.connection.frames() > frame + offline.frames)
      #expect(await server.stop() == 0)
      return TestSound(channels: channels, sampleRate: 44_100)
    }
    let first = try #require(live.firstSound)
    let heard = live.cut(from: first, frames: offline.frames)
    #expect(heard.frames == offline.frames)
    #expect(heard.firstDifference(from: offline) == nil)
    #expect(live.cut(from: first + offline.frames, frames: live.frames).peak == 0)
  }

  /// Ports are named after what they play, and play it.
  @Test func routesAreJACKPorts() async throws {
    let folder = try TestFolder()
    let tone = try TestSound.sine(441, frames: 44_100).write(to: folder.path("tone.wav"))
    try await DummyJACKServer.run { jack in
      let server = try await TestServer.start(
        "--outputs", "master=1-2,cue=4-5,B=6", backend: "jack",
        environment: ["JACK_DEFAULT_SERVER": jack.name, "SYRINX_JACK_AUTOCONNECT": "0"])
      let connection = server.connection
      try await connection.ask("/load_buffer", 100, .string(tone), "tone")
      try await connection.ask("/crossfade_levels", 0.5, 1.0)
      try await connection.ask("/cue_listen", "A", 1)
      try await connection.ask("/play_stem", 100, 1.0, 1.0, 1, 0.0)
      try await connection.waitUntilItSounds(100)
      let capture = try JACKCapture(server: jack, channels: 6, frames: 8192)
      let names = ["master_1", "master_2", "out_3", "cue_1", "cue_2", "deck_b_1"]
      for (index, name) in names.enumerated() {
        #expect(capture.connect("syrinx:\(name)", "\(capture.name):in_\(index + 1)"), "\(name)")
      }
      let channels = try #require(capture.recording())
      // Connected one by one, while the sound goes on: the last half has them all.
      let peaks = channels.map { TestSound(channels: [$0], sampleRate: 44_100).cut(from: 6000, frames: 2192).peak }
      let amplitude = try TestSound.read(tone).peak
      let master = tanh(0.72 * 0.5 * amplitude) * 0.9
      for (peak, expected) in zip(peaks, [master, master, 0, amplitude, amplitude, 0]) {
        #expect(abs(peak - expected) < 1e-3, "\(peaks)")
      }
      // Another route gives other names; connections stay.
      try await connection.ask("/route", "B")
      try await connection.ask("/route", "A", "3")
      try await connection.wait("the ports' new names") { _ in
        capture.connections(of: "syrinx:deck_a_1") == ["\(capture.name):in_3"]
          && capture.connections(of: "syrinx:out_6") == ["\(capture.name):in_6"]
          && capture.connections(of: "syrinx:out_3").isEmpty
      }
      #expect(capture.connections(of: "syrinx:master_1") == ["\(capture.name):in_1"])
      #expect(await server.stop() == 0)
    }
  }

  @Test func goesOnWithoutJACKAndTakesItUpAgain() async throws {
    let folder = try TestFolder()
    let tone = try TestSound.sine(100, frames: 44_100).write(to: folder.path("tone.wav"))
    try await DummyJACKServer.run { jack in
      let server = try await start(jack)
      let connection = server.connection
      try await connection.ask("/load_buffer", 100, .string(tone), "tone")
      try await connection.ask("/play_stem", 100, 1.0, 0.8, 1, 0.0)
      try await connection.waitUntilItSounds(100)
      jack.crash()
      #expect(await server.run.errors.first(containing: "the device is gone") != nil)
      let frames = try await connection.frames()
      try await connection.wait("the clock goes on") { try await $0.frames() > frames + 4410 }
      #expect(try await connection.status()["playing"] == 1)
      try jack.restart()
      #expect(await server.run.errors.first(containing: "the device is back") != nil)
      let capture = try JACKCapture(server: jack, channels: 2, frames: 8192)
      #expect(capture.connect(from: "syrinx"))
      let channels = try #require(capture.recording())
      #expect(TestSound(channels: channels, sampleRate: 44_100).peak > 0.2)
      #expect(await server.stop() == 0)
    }
  }
}
