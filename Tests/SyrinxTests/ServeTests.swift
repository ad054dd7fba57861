import Control
import Foundation
import OSC
import OSCTransport
import ScsynthProtocol
import Testing

@Suite("serve", .timeLimit(.minutes(2)))
struct ServeTests {
  @Test func saysReadyWithTheRealPortAndAnswersThere() async throws {
    let server = try await TestServer.start("--sample-rate", "48000", "--block", "128")
    #expect(server.port > 0)
    for part in ["UDP", "TCP", "null", "48000 Hz", "block 128", "2 channels"] {
      #expect(server.readyLine.contains(part), "\(server.readyLine)")
    }
    #expect(try await server.connection.ask("/version").arguments.first == "syrinx")
    #expect(try await server.connection.status()["sample_rate"] == .float32(48_000))
    #expect(await server.stop() == 0)
    #expect(await server.run.output.all().count == 1)
  }

  @Test func answersOverUDPAndTCPOnBothFamilies() async throws {
    let server = try await TestServer.start()
    let hasIPv6 = !server.run.errors.lines.contains { $0.contains("not listening on ::1") }
    for host in ["127.0.0.1"] + (hasIPv6 ? ["::1"] : []) {
      for kind in [OSCTransportKind.udp, .tcp] {
        let connection = try await StemConnection.open(host: host, port: server.port, kind)
        #expect(try await connection.ask("/sync", 5) == OSCMessage("/synced", 5), "\(kind) \(host)")
        await connection.close()
      }
    }
    await server.stop()
  }

  /// SuperCollider's clients look into its buses where they look into scsynth's, as long as it runs.
  @Test func sharesItsBuses() async throws {
    let server = try await TestServer.start("--scsynth-port", "0")
    let line = try #require(await server.run.errors.first(containing: "SuperCollider's clients are heard on port"))
    let port = try #require(TestServer.port(in: line))
    let memory = "/dev/shm/SuperColliderServer_\(port)"
    #expect(FileManager.default.fileExists(atPath: memory))
    await server.stop()
    #expect(!FileManager.default.fileExists(atPath: memory))
  }

  /// A synth of a SuperCollider client hears a deck and is heard in the master: both doors' nodes stand on one tree.
  @Test func aClientsSynthStandsBehindADeck() async throws {
    let folder = try TestFolder()
    let tone = try TestSound.sine(441, frames: 44_100).write(to: folder.path("tone.wav"))
    let server = try await TestServer.start("--scsynth-port", "0", "--record", folder.path("mix.wav"))
    let line = try #require(await server.run.errors.first(containing: "SuperCollider's clients are heard on port"))
    let client = try await StemConnection.open(port: try #require(TestServer.port(in: line)), .udp)
    try await server.connection.ask("/load_buffer", 100, .string(tone), "tone")
    try await server.connection.ask("/deck_level", "A", 0.0)
    try await server.connection.ask("/play_stem", 100, 1.0, 1.0, 1, 0.0)
    try await server.connection.wait("silence of a deck without level") {
      try await $0.status()["peak_left"]?.asNumber ?? 1 < 0.001
    }
    let status = try await server.connection.status()
    let (deck, master) = (try #require(status["cue_bus_a"]?.asNumber), try #require(status["master_bus"]?.asNumber))
    var def = SynthDefBuilder("effect")
    let heard = def.unit("InFeedback", [.constant(Float(deck))], outputs: 2)
    let squares = heard.map { def.unit("BinaryOpUGen", [$0, $0], specialIndex: 2)[0] }
    def.unit("Out", [.constant(Float(master))] + squares, outputs: 0)
    let bytes = try SynthDefWriter.write([def.build()])
    try await client.ask("/d_recv", .blob(bytes))
    client.send("/s_new", "effect", 1000, 0, 0)
    try await server.connection.wait("the effect is heard") {
      try await $0.status()["peak_left"]?.asNumber ?? 0 > 0.01
    }
    let frames = try await server.connection.frames()
    try await server.connection.wait("a while of it") { try await $0.frames() > frames + 8000 }
    client.send("/n_free", 1000)
    try await server.connection.wait("the effect is gone") {
      try await $0.status()["peak_left"]?.asNumber ?? 1 < 0.001
    }
    await client.close()
    #expect(await server.stop() == 0)
    let mix = try TestSound.read(folder.path("mix.wav"))
    let place = mix.cut(from: frames + 2000, frames: 4000).channels[0]
    func amplitude(_ hertz: Double) -> Double {
      let turns = place.indices.map { 2 * Double.pi * hertz * Double($0) / mix.sampleRate }
      let (cosine, sine) = zip(place, turns).reduce((0.0, 0.0)) {
        ($0.0 + Double($1.0) * cos($1.1), $0.1 + Double($1.0) * sin($1.1))
      }
      return 2 * (cosine * cosine + sine * sine).squareRoot() / Double(place.count)
    }
    // A sine's square sounds an octave higher.
    #expect(amplitude(882) > 0.05)
    #expect(amplitude(441) < 0.01 * amplitude(882))
  }

  /// A subscription goes with its connection; one by UDP is another client's.
  @Test func subscriptionsGoWithTheirConnections() async throws {
    let server = try await TestServer.start()
    let tcp = try await StemConnection.open(port: server.port, .tcp)
    let udp = try await StemConnection.open(port: server.port, .udp)
    #expect(try await tcp.ask("/notify") == OSCMessage("/done", "/notify", 1))
    #expect(try await udp.ask("/notify", 1, "meters") == OSCMessage("/done", "/notify", 1))
    #expect(try await server.connection.status()["subscribers"] == 2)
    await tcp.close()
    try await server.connection.wait("the end of the subscription") { try await $0.status()["subscribers"] == 1 }
    let meters = await udp.client.request(
      OSCMessage("/version"), until: { $0.address == "/notify/master_meter" }, timeoutSeconds: 60)
    #expect(meters.last?.address == "/notify/master_meter")
    await udp.close()
    await server.stop()
  }

  @Test(arguments: [SIGINT, SIGTERM])
  func fadesOutAndExitsAtASignal(signal: Int32) async throws {
    let folder = try TestFolder()
    let tone = try TestSound.sine(100, frames: 44_100).write(to: folder.path("tone.wav"))
    let server = try await TestServer.start("--record", folder.path("mix.wav"))
    try await server.connection.ask("/load_buffer", 100, .string(tone), "tone")
    try await server.connection.ask("/play_stem", 100, 1.0, 1.0, 1, 0.0)
    try await server.connection.waitUntilItSounds(100)
    let frames = try await server.connection.frames()
    #expect(await server.stop(signal) == 0)
    let mix = try TestSound.read(folder.path("mix.wav"))
    #expect(mix.frames > frames)
    let loudest = mix.peak
    #expect(loudest > 0.2)
    #expect(mix.cut(from: mix.frames - 64, frames: 64).peak < 0.001)
    // A cut would be a step; a fade has only the tone's own.
    let own = 2 * Float.pi * 100 / 44_100 * loudest
    #expect(mix.cut(from: frames - 2000, frames: mix.frames).largestStep < own * 1.2)
  }

  @Test func aPortInUseIsOneLineAndTouchesNothing() async throws {
    let folder = try TestFolder()
    try TestSound.sine(100, frames: 1000).write(to: folder.path("mix.wav"))
    let server = try await TestServer.start()
    let second = try await RunningSyrinx.run(
      "serve", "--port", "\(server.port)", "--backend", "null", "--record", folder.path("mix.wav"))
    #expect(second.code == 1)
    #expect(second.output.isEmpty)
    #expect(second.errors.count == 1, "\(second.errors)")
    let line = try #require(second.errors.first)
    #expect(line.contains("\(server.port)") && line.contains("in use") && line.contains("another port"))
    #expect(try TestSound.read(folder.path("mix.wav")).frames == 1000)
    await server.stop()
  }

  @Test func aKilledServerLeavesARecordingThatOpens() async throws {
    let folder = try TestFolder()
    let tone = try TestSound.sine(100, frames: 44_100).write(to: folder.path("tone.wav"))
    let server = try await TestServer.start("--record", folder.path("mix.wav"))
    try await server.connection.ask("/load_buffer", 100, .string(tone), "tone")
    try await server.connection.ask("/play_stem", 100, 1.0, 1.0, 1, 0.0)
    let began = try await server.connection.frames()
    try await server.connection.wait("three seconds have played") { try await $0.frames() > began + 3 * 44_100 }
    let frames = try await server.connection.frames()
    #expect(await server.stop(SIGKILL) == -SIGKILL)
    let mix = try TestSound.read(folder.path("mix.wav"))
    #expect(mix.frames > frames - 2 * 44_100)
    #expect(mix.cut(from: mix.frames - 1000, frames: 1000).peak > 0.2)
  }

  @Test func recordsOnlyWhatItCanWrite() async throws {
    let folder = try TestFolder()
    for path in [folder.path("none/mix.wav"), folder.path("mix.xyz")] {
      let run = try await RunningSyrinx.run("serve", "--port", "0", "--backend", "null", "--record", path)
      #expect(run.code == 1)
      #expect(run.errors.count == 1 && run.errors.allSatisfy { $0.contains(path) }, "\(run.errors)")
    }
  }
}
