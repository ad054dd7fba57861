import OSC
import RemixPlan
import Testing

@Suite("Playing a plan")
struct PlanPlayerTests {
  /// Sections of a single stem each, of so many frames at 44.1 kHz.
  private func plan(_ frames: [Int], crossfade: Double = 0) -> RemixPlan {
    let sections = frames.enumerated().map { index, frames in
      let facts = StemFileFacts(frames: frames, sampleRate: 44100, channels: 2)
      let stem = PlanStem(name: "bass", file: "\(index).wav", path: "/\(index).wav", facts: facts)
      return PlanSection(name: "\(index)", stems: [stem], crossfade: crossfade)
    }
    return RemixPlan(sections: sections)
  }

  private func events(_ player: PlanPlayer) async -> [PlanProgress] {
    player.close()
    var events: [PlanProgress] = []
    for await event in player.progress { events.append(event) }
    return events
  }

  @Test("the server's clock takes the plan's tempo, at which stems keep their rates")
  func tempo() async throws {
    let stage = FakeStage(frames: 1000)
    var plan = plan([44100])
    plan.baseBPM = 140
    try await PlanPlayer(plan: plan, stage: stage).playWhole()
    #expect(
      await stage.messages.prefix(2) == ["1000: /crossfade_levels 0.8 0.8", "1000: /set_tempo 140.0 140.0"])
  }

  @Test("the whole plan: loaded ahead, taken over at the frame, freed behind")
  func whole() async throws {
    let stage = FakeStage(frames: 1000)
    let player = try PlanPlayer(plan: plan([44100, 22050, 30000]), stage: stage)
    #expect(try await player.playWhole() == .finished)
    // 1000 frames and a quarter of a second, up to the next multiple of 64.
    let start = 12032
    #expect(
      await stage.messages == [
        "1000: /crossfade_levels 0.8 0.8",
        "1000: load 100 /0.wav",
        "1000: /play_stem 100 1.0 0.7 1 0.0 @\(start)",
        "\(start + 4410): load 1100 /1.wav",
        "\(start + 4410): /stop_stem 100 0.0 @\(start + 44100)",
        "\(start + 4410): /play_stem 1100 1.0 0.7 1 0.0 @\(start + 44100)",
        "\(start + 48510): /free_buffer 100",
        "\(start + 48510): load 100 /2.wav",
        "\(start + 48510): /stop_stem 1100 0.0 @\(start + 66150)",
        "\(start + 48510): /play_stem 100 1.0 0.7 1 0.0 @\(start + 66150)",
        "\(start + 48510): /stop_stem 100 0.0 @\(start + 96150)",
        "\(start + 70560): /free_buffer 1100",
        "\(start + 100560): /free_buffer 100",
      ])
    #expect(
      await events(player) == [
        .loaded(section: 0), .started(section: 0, frame: start, repeats: false), .loaded(section: 1),
        .started(section: 1, frame: start + 44100, repeats: false), .loaded(section: 2),
        .started(section: 2, frame: start + 66150, repeats: false), .finished(frame: start + 96150),
      ])
  }

  @Test("what a player sends is what the schedule says", arguments: [0, 0.05])
  func asScheduled(crossfade: Double) async throws {
    let stage = FakeStage(sampleRate: 48000, frames: 77)
    let player = try PlanPlayer(plan: plan([44100, 50000, 60000, 70000, 44100], crossfade: crossfade), stage: stage)
    try await player.playWhole()
    var sent: [Int: Set<OSCMessage>] = [:]
    for case .message(let message, let at, let due?) in await stage.events {
      sent[due, default: []].insert(message)
      #expect(at <= due)
    }
    let start = try #require(sent.keys.min())
    #expect(start % 64 == 0)
    #expect((12077...12140).contains(start))
    var scheduled: [Int: Set<OSCMessage>] = [:]
    for moment in player.schedule.moments(from: start) {
      scheduled[moment.frame, default: []].formUnion(moment.messages)
    }
    #expect(sent == scheduled)
  }

  @Test("a plan of one section")
  func single() async throws {
    let stage = FakeStage(frames: 0)
    let player = try PlanPlayer(plan: plan([1]), stage: stage)
    try await player.playWhole()
    #expect(await events(player).last == .finished(frame: 11072 + 1))
    #expect(await stage.messages.last == "15483: /free_buffer 100")
  }

  @Test("a stem that cannot be loaded is reported, and the others play")
  func failure() async throws {
    var plan = plan([44100, 44100])
    plan.sections[1].stems.append(
      PlanStem(
        name: "drums", file: "d.wav", path: "/d.wav",
        facts: StemFileFacts(frames: 44100, sampleRate: 44100, channels: 1)))
    let stage = FakeStage(frames: 0)
    await stage.fail("/1.wav", "disk fell over")
    let player = try PlanPlayer(plan: plan, stage: stage)
    #expect(try await player.playWhole() == .finished)
    let messages = await stage.messages
    #expect(messages.contains("15482: load 1100 /1.wav, 1101 /d.wav"))
    #expect(messages.contains("15482: /play_stem 1101 1.0 0.8 1 0.0 @55172"))
    #expect(!messages.contains { $0.contains("_stem 1100") || $0.contains("/free_buffer 1100") })
    #expect(await events(player).contains(.loadFailed(section: 1, stem: "bass", reason: "disk fell over")))
  }

  @Test("a section none of whose stems can be loaded is silent for its length")
  func silence() async throws {
    let stage = FakeStage(frames: 0)
    await stage.fail("/1.wav", "gone")
    let player = try PlanPlayer(plan: plan([44100, 44100, 44100]), stage: stage)
    #expect(try await player.playWhole() == .finished)
    let messages = await stage.messages
    #expect(messages.contains { $0.hasSuffix("/stop_stem 100 0.0 @55172") })
    #expect(messages.contains { $0.hasSuffix("/play_stem 100 1.0 0.7 1 0.0 @99272") })
  }

  @Test("a load that comes too late moves the take-over, and everything behind it")
  func late() async throws {
    let stage = FakeStage(leadSeconds: 0.1, frames: 0)
    await stage.setLoadSeconds(2, of: "/1.wav")
    let player = try PlanPlayer(plan: plan([44100, 44100, 44100]), stage: stage)
    try await player.playWhole()
    let soonest = 11072 + 4410 + 88200 + 4410
    let messages = await stage.messages
    #expect(messages.contains { $0.hasSuffix("/stop_stem 100 0.0 @\(soonest)") })
    #expect(messages.contains { $0.hasSuffix("/play_stem 1100 1.0 0.7 1 0.0 @\(soonest)") })
    #expect(messages.contains { $0.hasSuffix("/play_stem 100 1.0 0.7 1 0.0 @\(soonest + 44100)") })
    let events = await events(player)
    let due = 11072 + 44100
    #expect(events.contains(.late(section: 1, seconds: Double(soonest - due) / 44100)))
    #expect(events.last == .finished(frame: soonest + 88200))
  }

  @Test("one section repeats, and the next choice takes over at one frame, once it is loaded")
  func choices() async throws {
    let stage = FakeStage(frames: 0)
    let player = try PlanPlayer(plan: plan([44100, 44100]), stage: stage)
    try await player.play(section: 1)
    await stage.setLoadSeconds(1, of: "/0.wav")
    try await player.play(section: 0)
    #expect(
      await stage.messages == [
        "0: /crossfade_levels 0.8 0.8", "0: load 100 /1.wav", "0: /play_stem 100 1.0 0.7 1 0.0 @11072",
        "15482: load 1100 /0.wav", "59582: /stop_stem 100 0.0 @59584", "59582: /play_stem 1100 1.0 0.7 1 0.0 @59584",
        "63994: /free_buffer 100",
      ])
    #expect(await player.playing.map(\.index) == [0])
    try await player.stop()
    #expect(
      await stage.messages.suffix(2).map { $0.drop { $0 != "/" } } == ["/stop_stem 1100 0.05", "/free_buffer 1100"])
    #expect(await player.playing == [])
    #expect(
      await events(player) == [
        .loaded(section: 1), .started(section: 1, frame: 11072, repeats: true), .loaded(section: 0),
        .started(section: 0, frame: 59584, repeats: true), .stopped,
      ])
  }

  @Test("a choice during the whole plan drops what was scheduled, and cuts whichever section sounds by then")
  func overtaking() async throws {
    let stage = FakeStage(frames: 0)
    await stage.hold(at: 30000)
    let player = try PlanPlayer(plan: plan([44100, 44100, 44100]), stage: stage)
    let whole = Task { try await player.playWhole() }
    await stage.held()
    await stage.hold(at: .max)
    try await player.play(section: 2)
    #expect(try await whole.value == .overtaken)
    let messages = await stage.messages
    let cancel = try #require(messages.firstIndex(of: "30000: /cancel"))
    #expect(
      Array(messages[cancel...]) == [
        "30000: /cancel", "30000: load 600 /2.wav", "30000: /stop_stem 100 0.0 @41088",
        "30000: /stop_stem 1100 0.0 @41088",
        "30000: /play_stem 600 1.0 0.7 1 0.0 @41088", "45498: /free_buffer 100", "45498: /free_buffer 1100",
      ])
    // The whole plan then begins in the place of the section, on the usual seats.
    #expect(try await player.playWhole() == .finished)
    #expect(await stage.messages.contains("45498: load 100 /0.wav"))
    #expect(await stage.messages.contains("45498: /stop_stem 600 0.0 @45504"))
  }

  @Test("stopping drops what was scheduled, fades out and frees everything")
  func stopping() async throws {
    let stage = FakeStage(frames: 0)
    await stage.hold(at: 30000)
    let player = try PlanPlayer(plan: plan([44100, 44100]), stage: stage)
    let whole = Task { try await player.playWhole() }
    await stage.held()
    await stage.hold(at: .max)
    try await player.stop()
    #expect(try await whole.value == .overtaken)
    let messages = await stage.messages
    let cancel = try #require(messages.firstIndex(of: "30000: /cancel"))
    #expect(
      Set(messages[cancel...].map { String($0.drop { $0 != "/" }) }) == [
        "/cancel", "/stop_stem 100 0.05", "/stop_stem 1100 0.05", "/free_buffer 100", "/free_buffer 1100",
      ])
    #expect(await events(player).last == .stopped)
  }

  @Test("a section that cannot be loaded at all leaves what plays alone")
  func unplayable() async throws {
    let stage = FakeStage(frames: 0)
    await stage.fail("/1.wav", "gone")
    let player = try PlanPlayer(plan: plan([44100, 44100]), stage: stage)
    try await player.play(section: 0)
    await #expect(throws: PlanPlayerError.nothingLoaded(section: "1")) { try await player.play(section: 1) }
    await #expect(throws: PlanPlayerError.noSuchSection(2)) { try await player.play(section: 2) }
    await #expect(throws: PlanPlayerError.noSuchSection(.min)) { try await player.play(section: .min) }
    #expect(await player.playing.map(\.index) == [0])
    #expect(await !stage.messages.contains { $0.contains("/stop_stem") })
  }

  @Test("refusals are reported, but for stops that find nothing to stop")
  func refusals() async throws {
    let stage = FakeStage(frames: 0)
    let refusal = StageRefusal(command: "/play_stem", reason: "buffer 100 holds nothing")
    await stage.refuse(refusal)
    await stage.refuse(StageRefusal(command: "/stop_stem", reason: "nothing plays"))
    let player = try PlanPlayer(plan: plan([44100]), stage: stage)
    try await player.playWhole()
    let refused = await events(player).filter { if case .refused = $0 { true } else { false } }
    #expect(refused == [.refused(refusal)])
  }

  @Test("the task of the one who plays can be cancelled")
  func cancelling() async throws {
    let stage = FakeStage(frames: 0)
    await stage.hold(at: 20000)
    let player = try PlanPlayer(plan: plan([44100]), stage: stage)
    let whole = Task { try await player.playWhole() }
    await stage.held()
    whole.cancel()
    #expect(try await whole.value == .overtaken)
  }
}
