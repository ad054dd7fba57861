import OSC
import StemProtocol
import Testing

/// The stems of a deck, all on the same sample; decks that are cued, started, faded at a time.
@Suite struct DeckGroupTests {
  private func click(at frame: Int, level: Float = 0.1, frames: Int = 100_000) -> Sound {
    var samples = [Float](repeating: 0, count: frames)
    samples[frame] = level
    return Sound([samples])
  }

  private func clicks(_ rig: StemRig) -> [Int] { rig.left.indices.filter { rig.left[$0] != 0 } }

  private func loaded(_ pulls: [Int] = [512]) throws -> StemRig {
    let rig = try StemRig(pulls: pulls)
    for id: Int32 in [100, 101, 102, 103] { try rig.load(click(at: 5000), into: id) }
    try rig.load(click(at: 5000), into: 1100)
    _ = rig.mailbox.take()
    return rig
  }

  @Test(arguments: [[512], [1, 64, 699]]) func allStemsOfADeckStartTogether(pulls: [Int]) throws {
    let rig = try loaded(pulls)
    rig.send(at: 1009, [OSCMessage("/deck_play", "A", .double(4900.0 / 44_100))])
    rig.render(8000)
    #expect(clicks(rig) == [1109])
    // Deck B does not play.
    #expect(abs(Master.sum(rig.left[1109]) - 4 * 0.08) < 1e-5)
    #expect(rig.mailbox.take() == [OSCMessage("/done", "/deck_play", "A", 4)])
    #expect(rig.status()["playing"] == 4)
  }

  @Test func theySeekTogether() throws {
    let rig = try loaded([64, 333])
    rig.send("/deck_play", "a", 0.5)
    rig.send(at: 3001, [OSCMessage("/deck_seek", "A", .double(4000.0 / 44_100))])
    rig.render(9000)
    #expect(clicks(rig) == [4001])
    #expect(abs(Master.sum(rig.left[4001]) - 4 * 0.08) < 1e-5)
    #expect(rig.mailbox.take().last == OSCMessage("/done", "/deck_seek", "A", 4))
  }

  @Test func theyChangeSpeedTogether() throws {
    let rig = try loaded()
    rig.send("/deck_play", "A")
    rig.send(at: 1000, [OSCMessage("/deck_rate", "A", 2)])
    rig.render(6000)
    // 1000 frames at 1, then 4000 at 2: there a click is half as high, since half of its band is left.
    let highest = try #require(rig.left.indices.max { rig.left[$0] < rig.left[$1] })
    #expect(highest == 3000)
    #expect(abs(Master.sum(rig.left[3000]) - 4 * 0.04) < 1e-3)
    #expect(
      rig.mailbox.take().last == OSCMessage("/done", "/deck_rate", "A", .float32(2), 4))
  }

  @Test func theyStopTogether() throws {
    let rig = try StemRig()
    for id: Int32 in [100, 101] { try rig.load(.everyOther(100_000, seed: UInt64(id)), into: id) }
    try rig.load(click(at: 30_000), into: 1100)
    rig.send("/deck_play", "A")
    rig.send("/deck_play", "B")
    rig.send(at: 2001, [OSCMessage("/deck_stop", "A", 0)])
    rig.render(40_000)
    #expect(rig.left[1999] != 0)
    #expect(clicks(rig).last == 30_000)
    #expect(clicks(rig).dropLast().last.map { $0 < 2001 } ?? false)
    #expect(rig.mailbox.all.contains(OSCMessage("/done", "/deck_stop", "A", 2)))
  }

  /// Files that are still being read: the deck starts once all are there, on one sample.
  @Test func aDeckWaitsForAllItsAudio() throws {
    let rig = try StemRig(loading: .background, pulls: [256])
    for (index, id) in [Int32(100), 101, 102].enumerated() {
      let path = rig.folder.path("\(id).wav")
      try click(at: 7000, frames: 20_000 + 300_000 * index).write(to: path)
      rig.send("/load_buffer", .int32(id), .string(path))
    }
    rig.send("/deck_play", "A", 0)
    let played = rig.render(atMost: 40_000_000) {
      rig.mailbox.all.contains(OSCMessage("/done", "/deck_play", "A", 3))
    }
    rig.render(8000)
    #expect(played)
    let first = try #require(clicks(rig).first)
    #expect(abs(Master.sum(rig.left[first]) - 3 * 0.08) < 1e-5)
  }

  @Test func ofADeckThatIsQuantised() throws {
    let rig = try loaded()
    rig.send("/quantize", 1)
    rig.render(100)
    rig.send("/deck_play", "A", .double(4999.0 / 44_100))
    rig.render(30_000)
    #expect(clicks(rig) == [22_051])
  }

  // MARK: - Cue, start_group, play, fade

  private func write(_ sound: Sound, _ name: String, _ rig: StemRig) throws -> OSCArgument {
    let path = rig.folder.path(name)
    try sound.write(to: path)
    return .string(path)
  }

  @Test(arguments: [[OSCArgument.int32(1), "A", "B"], ["A", "B", .float32(1)], ["b", "a", "1.0"]])
  func cuedDecksStartOnTheSameSample(arguments: [OSCArgument]) throws {
    let rig = try StemRig(pulls: [333])
    let a = try write(click(at: 50_100), "a.wav", rig)
    let b = try write(click(at: 100), "b.wav", rig)
    rig.send("/cue", "A", a, 0.5)
    rig.send("/cue", "B", b)
    rig.render(1000)
    #expect(
      rig.mailbox.take().map { Array($0.arguments.prefix(5)) } == [
        ["/cue", 100, 100_000, 1, .float32(44_100)], ["/cue", 1100, 100_000, 1, .float32(44_100)],
      ])
    #expect(clicks(rig).isEmpty)
    rig.send(OSCMessage("/start_group", arguments))
    rig.render(60_000)
    #expect(clicks(rig) == [44_200])
    #expect(abs(Master.sum(rig.left[44_200]) - 2 * 0.08) < 1e-5)
    #expect(rig.mailbox.take().map(\.address) == ["/done"])
  }

  @Test func withoutATimeTheyStartAtOnce() throws {
    let rig = try StemRig()
    rig.send("/cue", "B", try write(click(at: 100), "b.wav", rig))
    rig.send("/start_group", "B")
    rig.render(1000)
    #expect(clicks(rig) == [100])
    #expect(rig.mailbox.all.last == OSCMessage("/done", "/start_group", "B"))
    // It stands ready no more.
    #expect(rig.ask("/start_group", "B").last?.address == "/fail")
  }

  @Test func playLoadsAndStartsAtItsTime() throws {
    let rig = try StemRig()
    rig.send("/reset")
    rig.send("/play", "B", try write(click(at: 10, frames: 1000), "b.wav", rig), 0.5)
    rig.render(22_050 + 2500)
    // Looped, at volume 0.8.
    #expect(clicks(rig) == [22_060, 23_060, 24_060])
    #expect(abs(Master.sum(rig.left[22_060]) - 0.08) < 1e-5)
    #expect(rig.mailbox.all.last == OSCMessage("/done", "/play", 1100))
  }

  @Test func aStartWhoseTimeIsPastHappensWhenItsAudioIsThere() throws {
    let rig = try StemRig(loading: .background)
    rig.render(1000)
    rig.send("/play", "A", try write(click(at: 10, frames: 1000), "a.wav", rig), 0.001)
    #expect(rig.render(atMost: 40_000_000) { rig.mailbox.all.contains { $0.address == "/done" } })
    rig.render(1000)
    #expect(!clicks(rig).isEmpty)
  }

  @Test func aFileThatIsNotThereFailsOnce() throws {
    for loading in [StemLoader.Mode.inline, .background] {
      let rig = try StemRig(loading: loading)
      rig.send("/play", "A", "/nowhere/x.wav", 0.1)
      #expect(rig.render(atMost: 40_000_000) { !rig.mailbox.all.isEmpty })
      rig.send("/cue", "B", "/nowhere/x.wav")
      #expect(rig.render(atMost: 40_000_000) { rig.mailbox.all.count > 1 })
      rig.render(10_000)
      let replies = rig.mailbox.take()
      #expect(replies.map { $0.arguments[0] } == ["/play", "/cue"])
      #expect(replies.allSatisfy { $0.address == "/fail" })
      #expect(replies.map { $0.arguments.last } == [100, 1100])
      #expect(rig.ask("/start_group", "B").last?.address == "/fail")
    }
  }

  @Test func fadeGlidesToSilenceFromItsTime() throws {
    let rig = try StemRig(pulls: [512])
    try rig.load(.constant(0.5, frames: 100_000), into: 100)
    try rig.load(.constant(0.1, frames: 100_000), into: 1100)
    rig.send("/play_stem", 100, 1, 1)
    rig.send("/play_stem", 1100, 1, 1)
    rig.send("/fade", "A", 1, 1)
    rig.render(100_000)
    func level(_ frame: Int) -> Double { (Master.sum(rig.left[frame]) - 0.1) / 0.5 }
    #expect(abs(level(44_000) - 1) < 1e-5)
    for step in 1..<10 { #expect(abs(level(44_100 + 4410 * step) - (1 - Double(step) / 10)) < 1e-4) }
    #expect(abs(level(88_200)) < 1e-6)
    #expect(abs(level(99_000)) < 1e-6)
    #expect(rig.mailbox.all.last == OSCMessage("/done", "/fade", "A"))
    // A level brings it back, in its usual time.
    rig.send("/crossfade_levels", 1, 1)
    rig.render(2000)
    #expect(abs(level(rig.frame - 1) - 1) < 1e-5)
  }

  @Test func fourDecks() throws {
    let rig = try StemRig(decks: 4)
    rig.send("/play", "D", try write(click(at: 10, frames: 1000), "d.wav", rig))
    rig.render(100)
    #expect(rig.mailbox.all.last == OSCMessage("/done", "/play", 3100))
    #expect(clicks(rig) == [10])
  }

  @Test(arguments: [
    ("/deck_play", [OSCArgument.string("C")], "deck must be A or B, got C"),
    ("/deck_play", ["X"], "deck must be the letter of a deck, got \"X\""),
    ("/deck_play", [], "deck is missing: A, B, or with four decks C, D"),
    ("/deck_play", ["A"], "deck A holds nothing: load files into it first (/load_buffer, /cue)"),
    ("/deck_seek", ["A", .int32(1)], "deck A holds nothing: load files into it first (/load_buffer, /cue)"),
    ("/deck_seek", ["B", .int32(0)], "deck B does not play: start it first (/deck_play)"),
    ("/deck_rate", ["B", .float32(.infinity)], "rate must be a finite number, got inf"),
    ("/start_group", ["B"], "deck B does not stand ready: cue it first (/cue)"),
    ("/start_group", [.int32(1)], "deck is missing: which decks are to start, as in /start_group 8 A B"),
    ("/start_group", [.int32(-1), "B"], "at must be 0 seconds or more, got -1"),
    ("/start_group", ["B", "soon"], "\"soon\" is neither the letter of a deck nor a time"),
    ("/fade", ["Q"], "deck must be the letter of a deck, got \"Q\""),
    ("/fade", ["A", .int32(0), .int32(-3)], "duration must be 0 to 3600, got -3"),
    ("/cue", ["A", ""], "path is empty: name a sound file"),
  ]) func mistakesAreTold(address: String, arguments: [OSCArgument], reason: String) throws {
    let rig = try StemRig()
    try rig.load(click(at: 10, frames: 100), into: 1100)
    _ = rig.mailbox.take()
    rig.send(OSCMessage(.path(address), arguments))
    let reply = try #require(rig.mailbox.take().first)
    #expect(reply.address == "/fail")
    #expect(Array(reply.arguments.prefix(2)) == [.string(address), .string(reason)])
    rig.render(1000)
    #expect(clicks(rig).isEmpty)
  }
}
