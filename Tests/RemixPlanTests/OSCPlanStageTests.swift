import OSC
import RemixPlan
import Synchronization
import Testing

@Suite("A stage on a server")
struct OSCPlanStageTests {
  private func stage(
    _ answer: @escaping @Sendable (OSCMessage) -> [OSCMessage]
  ) async throws -> (OSCPlanStage, FakeServer) {
    let server = try await FakeServer.start { $0.address == "/clock" ? [FakeServer.clock] : answer($0) }
    return (try await OSCPlanStage.connect(host: "127.0.0.1", port: server.port), server)
  }

  private func close(_ stage: OSCPlanStage, _ server: FakeServer) async {
    await stage.close()
    await server.stop()
  }

  @Test("a port on which no one listens is told with what to do")
  func nobody() async throws {
    let server = try await FakeServer.start { _ in [] }
    let port = server.port
    await server.stop()
    let error = try await #require(throws: StageError.self) {
      _ = try await OSCPlanStage.connect(host: "127.0.0.1", port: port)
    }
    #expect(error.description == "no server answers at 127.0.0.1:\(port): start one with `syrinx serve`")
  }

  @Test("a listener that does not know the clock is told apart")
  func stranger() async throws {
    let server = try await FakeServer.start { _ in [] }
    let expected = StageError.silent(host: "127.0.0.1", port: server.port, command: "/clock", seconds: 0.05)
    await #expect(throws: expected) {
      _ = try await OSCPlanStage.connect(host: "127.0.0.1", port: server.port, replySeconds: 0.05)
    }
    await server.stop()
  }

  @Test("the clock, with the device's sample rate")
  func clock() async throws {
    let frames = Mutex(0)
    let server = try await FakeServer.start { _ in
      [
        OSCMessage(
          "/clock.reply", .double(0), .double(44100),
          .int64(
            frames.withLock {
              $0 += 64
              return Int64($0)
            }))
      ]
    }
    let stage = try await OSCPlanStage.connect(host: "127.0.0.1", port: server.port)
    #expect(stage.sampleRate == 44100)
    for round in 2...20 { #expect(try await stage.clock() == StageClock(frames: 64 * round, sampleRate: 44100)) }
    await close(stage, server)
  }

  @Test("waits by the server's clock")
  func waiting() async throws {
    let frames = Mutex(0)
    let server = try await FakeServer.start { _ in
      [
        OSCMessage(
          "/clock.reply", .double(0), .double(44100),
          .int64(
            frames.withLock {
              $0 += 4410
              return Int64($0)
            }))
      ]
    }
    let stage = try await OSCPlanStage.connect(host: "127.0.0.1", port: server.port)
    try await stage.wait(untilSeconds: 0.45)
    #expect(frames.withLock { $0 } == 22050)
    try await stage.wait(untilSeconds: -.infinity)
    let forever = Task { try await stage.wait(untilSeconds: 1e9) }
    forever.cancel()
    await #expect(throws: CancellationError.self) { try await forever.value }
    await close(stage, server)
  }

  @Test("a load ends when the last file is in memory, and names all that failed")
  func loads() async throws {
    let (stage, server) = try await stage { message in
      guard message.address == "/load_buffer", let id = message.arguments[0].asInteger else { return [] }
      let isBad = message.arguments[1].asText?.hasPrefix("/bad") ?? true
      return [
        isBad
          ? OSCMessage("/fail", .string("/load_buffer"), .string("no such file: /bad"), .integer(id))
          : OSCMessage("/done", .string("/load_buffer"), .integer(id), 100, 2, 44100.0, 0.1)
      ]
    }
    try await stage.load([
      StemLoad(id: 100, path: "/a.wav", name: "bass"), StemLoad(id: 101, path: "/b.wav", name: "x"),
    ])
    let expected = StemLoadFailures(reasons: [101: "no such file: /bad", 103: "no such file: /bad"])
    await #expect(throws: expected) {
      try await stage.load(
        [(100, "/a"), (101, "/bad1"), (102, "/c"), (103, "/bad2")].map { StemLoad(id: $0.0, path: $0.1, name: "n") })
    }
    try await stage.load([])
    #expect(server.packets[1] == .message(OSCMessage("/load_buffer", .int32(100), .string("/a.wav"), .string("bass"))))
    await close(stage, server)
  }

  @Test("a server that does not end a load is given up")
  func loadTimeOut() async throws {
    let server = try await FakeServer.start { $0.address == "/clock" ? [FakeServer.clock] : [] }
    let stage = try await OSCPlanStage.connect(host: "127.0.0.1", port: server.port, loadSeconds: 0.05)
    await #expect(throws: StageError.self) { try await stage.load([StemLoad(id: 100, path: "/a.wav", name: "bass")]) }
    await close(stage, server)
  }

  @Test("messages for one moment travel in one bundle, each with its second")
  func timed() async throws {
    let (stage, server) = try await stage { _ in [] }
    let stop = OSCMessage("/stop_stem", .int32(100), .float32(0))
    try await stage.send([stop, OSCMessage("/cancel")], atSeconds: 1.25)
    try await stage.send([stop], atSeconds: nil)
    _ = try await stage.clock()
    let timed = [
      OSCMessage("/at", .double(1.25), .string("/stop_stem"), .int32(100), .float32(0)),
      OSCMessage("/at", .double(1.25), .string("/cancel")),
    ]
    #expect(server.packets[1] == .bundle(OSCBundle(messages: timed)))
    #expect(server.packets[2] == .message(stop))
    await close(stage, server)
  }

  @Test("refusals are kept until they are asked for; those of a question answer it")
  func refusals() async throws {
    let (stage, server) = try await stage { message in
      [OSCMessage("/fail", .string("\(message.address)"), .string("no"))]
    }
    try await stage.send([OSCMessage("/play_stem", .int32(1))], atSeconds: nil)
    await #expect(throws: StageRefusal(command: "/get_stems", reason: "no")) { _ = try await stage.stems() }
    #expect(await stage.takeRefusals() == [StageRefusal(command: "/play_stem", reason: "no")])
    #expect(await stage.takeRefusals() == [])
    await close(stage, server)
  }

  @Test("stems and status")
  func meters() async throws {
    let (stage, server) = try await stage { message in
      switch message.address {
      case "/get_stems":
        return [
          OSCMessage(
            "/get_stems.reply",
            [.int32(1100), .string("drums"), .string("B"), .true, .double(1.5), .double(60), 0.8, 0.25, 0.5]),
          OSCMessage("/done", .string("/get_stems"), .int32(1)),
        ]
      default:
        return [OSCMessage("/get_status.reply", "sample_rate", 48000.0, "playing", 3, "cpu_peak", .double(.nan), "odd")]
      }
    }
    let stems = try await stage.stems()
    #expect(stems.map(\.id) == [1100])
    #expect(stems.first?.peak == 0.5)
    #expect(stems.first?.isPlaying == true)
    let status = try await stage.status()
    #expect(status.entries.map(\.name) == ["sample_rate", "playing", "cpu_peak"])
    #expect(status.number("playing") == 3)
    #expect(status.number("cpu_peak") == nil)
    await close(stage, server)
  }

  @Test("a server that goes away ends what waits for it, and everything after")
  func gone() async throws {
    let (stage, server) = try await stage { _ in [] }
    let loading = Task { try await stage.load([StemLoad(id: 100, path: "/a.wav", name: "bass")]) }
    while !server.packets.contains(where: { $0.messages.contains { $0.address == "/load_buffer" } }) {
      await Task.yield()
    }
    await server.stop()
    let lost = StageError.connectionLost(host: "127.0.0.1", port: server.port)
    await #expect(throws: lost) { try await loading.value }
    await #expect(throws: lost) { _ = try await stage.clock() }
    await #expect(throws: lost) { try await stage.send([OSCMessage("/cancel")], atSeconds: nil) }
    await stage.close()
  }
}
