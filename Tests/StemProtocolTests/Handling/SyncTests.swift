import OSC
import StemProtocol
import Testing

/// Tempo and beat of a deck, matched to those of the clock or of another deck.
@Suite struct SyncTests {
  private func rig(_ bpm: Double, first: Double, rate: Float = 1, pulls: [Int] = [512]) throws -> StemRig {
    let rig = try StemRig(pulls: pulls)
    try rig.load(Slope.sound(250_000), into: 100)
    rig.send("/stem_bpm", 100, .double(bpm), .double(first))
    rig.send("/play_stem", 100, .float32(rate), 1)
    rig.render(5000)
    return rig
  }

  /// The beat of a stem of which an output sample tells its place.
  private func beat(_ sample: Float, bpm: Double, first: Double, volume: Double = 1) -> Double {
    (Slope.position(sample, volume: volume) / 44_100 - first) * bpm / 60
  }

  private func phase(_ beats: Double) -> Double { beats - beats.rounded() }

  @Test(arguments: [(128.0, 0.1), (97.3, 0.37), (240, 0)], [[512], [1, 700, 64]])
  func followsTheClock(music: (bpm: Double, first: Double), pulls: [Int]) throws {
    let rig = try rig(music.bpm, first: music.first, pulls: pulls)
    rig.send("/sync", "A")
    rig.render(60_000)
    let reply = try #require(rig.mailbox.all.last)
    #expect(Array(reply.arguments.prefix(2)) == ["/sync", "A"])
    #expect(abs((reply.arguments[2].asNumber ?? 0) - 120 / music.bpm) < 1e-6)
    #expect(abs(reply.arguments[3].asNumber ?? 9) <= 1)
    // A frame of the device is a fraction of a beat; within one.
    for frame in [20_000, 40_000, 60_000] {
      let stem = beat(rig.left[frame], bpm: music.bpm, first: music.first)
      let difference = phase(stem - Double(frame) / 22_050)
      #expect(abs(difference) * 22_050 < 1)
    }
    // Another tempo of the clock takes it along.
    rig.send(at: 70_000, [OSCMessage("/set_tempo", 90)])
    rig.render(to: 120_000)
    for frame in [75_000, 110_000] {
      let clock = 70_000.0 / 22_050 + Double(frame - 70_000) / 29_400
      let difference = phase(beat(rig.left[frame], bpm: music.bpm, first: music.first) - clock)
      #expect(abs(difference) * 29_400 < 1)
    }
  }

  @Test func followsAnotherDeck() throws {
    let rig = try StemRig(pulls: [256])
    try rig.load(Slope.sound(300_000), into: 100)
    try rig.load(Slope.sound(300_000), into: 1100)
    rig.send("/stem_bpm", 100, 125, 0.2)
    rig.send("/stem_bpm", 1100, 140, 0.05)
    rig.send("/play_stem", 100, 1.1, 1)
    rig.render(3000)
    rig.send("/play_stem", 1100, 1, 1)
    rig.render(5000)
    rig.send("/sync", "B", "A")
    rig.render(50_000)
    let reply = try #require(rig.mailbox.all.last)
    #expect(reply.address == "/done")
    #expect(abs((reply.arguments[2].asNumber ?? 0) - 125 * 1.1 / 140) < 1e-6)
    // One deck at a time is heard, at frames that follow each other.
    rig.send("/crossfade_levels", 1, 0)
    rig.render(4000)
    let a = (frame: rig.frame - 1, beat: beat(rig.left[rig.frame - 1], bpm: 125, first: 0.2))
    rig.send("/crossfade_levels", 0, 1)
    rig.render(4000)
    let b = (frame: rig.frame - 1, beat: beat(rig.left[rig.frame - 1], bpm: 140, first: 0.05))
    let perFrame = 125 * 1.1 / 60 / 44_100
    let difference = phase(b.beat - a.beat - Double(b.frame - a.frame) * perFrame)
    #expect(abs(difference) / perFrame < 1)
  }

  /// Stems that know no tempo of their own move along with the one that does.
  @Test func theDeckStaysTogether() throws {
    let rig = try rig(100, first: 0.3)
    try rig.load(Slope.sound(250_000), into: 101)
    rig.send("/deck_play", "A")
    rig.render(4000)
    rig.send("/sync", "A", "clock")
    rig.render(30_000)
    let both = Master.sum(rig.left[rig.frame - 1])
    rig.send("/stop_stem", 101, 0)
    rig.render(1)
    rig.render(4000)
    let one = Master.sum(rig.left[rig.frame - 1])
    // 4001 frames later: volumes 1 and 0.8 of the same place.
    let place = both / 1.8 * 400_000 + 1.2 * 4001
    #expect(abs(place - one * 400_000) < 1)
  }

  /// A deck that does not play yet starts in tempo.
  @Test func aDeckThatDoesNotPlayKeepsTheRate() throws {
    let rig = try StemRig()
    try rig.load(Slope.sound(100_000), into: 100)
    rig.send("/stem_bpm", 100, 60)
    rig.send("/sync", "A")
    rig.render(6000)
    rig.send("/deck_play", "A")
    rig.render(10_000)
    let at = rig.frame - 1
    let speed = Slope.position(rig.left[at], volume: 0.8) - Slope.position(rig.left[at - 1000], volume: 0.8)
    #expect(abs(speed / 1000 - 2) < 1e-4)
  }

  @Test func aNumberStillWaitsForLoads() throws {
    let rig = try StemRig()
    #expect(rig.ask("/sync", 7) == [OSCMessage("/synced", 7)])
    #expect(rig.ask("/sync", "8") == [OSCMessage("/synced", 8)])
    #expect(rig.ask("/sync") == [OSCMessage("/synced", 0)])
  }

  @Test(
    arguments: [
      (["A"], "deck A holds nothing: load files into it first (/load_buffer, /cue)"),
      (["B"], "no stem of deck B has a known tempo: tell it first (/stem_bpm)"),
      (["B", "B"], "deck B cannot go by itself"),
      (["B", "x"], "a deck goes by the clock or by another deck, not by \"x\""),
      (["C"], "deck must be A or B, got C"),
      (["me"], "id must be a whole number, got \"me\""),
    ] as [([OSCArgument], String)]) func mistakesAreTold(arguments: [OSCArgument], reason: String) throws
  {
    let rig = try StemRig()
    try rig.load(Slope.sound(100), into: 1100)
    _ = rig.mailbox.take()
    rig.send(OSCMessage("/sync", arguments))
    #expect(rig.mailbox.take() == [OSCMessage("/fail", "/sync", .string(reason))])
  }
}
