import OSC
import StemProtocol
import Testing

/// Seeks, loops and hot cues, at exact frames.
@Suite struct SeekTests {
  static let pulls = [[512], [1, 64, 699]]

  private func playing(_ pulls: [Int] = [512], rate: Float = 1, frames: Int = 200_000) throws -> StemRig {
    let rig = try StemRig(pulls: pulls)
    try rig.load(Slope.sound(frames), into: 1)
    rig.send("/play_stem", 1, .float32(rate), 1, 1)
    rig.render(2000)
    _ = rig.mailbox.take()
    return rig
  }

  /// Expects that output frame `at` and those behind it, once what joins the jump is over, are the file from `frame` on.
  private func expect(_ rig: StemRig, at: Int, isFrame frame: Double, rate: Double = 1) {
    for ahead in [2000, 3000, 3999] {
      let position = Slope.position(rig.left[at + ahead])
      #expect(abs(position - (frame + rate * Double(ahead))) < 0.2)
    }
  }

  @Test(arguments: pulls, [(OSCArgument.double(2), "seconds", 88_200), (.float32(0.25), "fraction", 50_000)])
  func seeksAtTheirFrame(pulls: [Int], target: (OSCArgument, String, Int)) throws {
    let rig = try playing(pulls)
    rig.send(at: 3017, [OSCMessage("/stem_seek", 1, target.0, .string(target.1))])
    rig.render(8000)
    for frame in [2500, 3016] { #expect(abs(Slope.position(rig.left[frame]) - Double(frame)) < 0.2) }
    expect(rig, at: 3017, isFrame: Double(target.2))
    #expect(
      rig.mailbox.take() == [OSCMessage("/done", "/stem_seek", 1, .double(Double(target.2) / 44_100))])
  }

  @Test func theUnitIsSecondsWithoutOne() throws {
    let rig = try playing()
    rig.send(at: 3000, [OSCMessage("/stem_seek", 1, 1)])
    rig.render(8000)
    expect(rig, at: 3000, isFrame: 44_100)
  }

  @Test func beatsCountFromTheFirst() throws {
    let rig = try playing()
    rig.send("/stem_bpm", 1, 100, 0.5)
    rig.send(at: 3000, [OSCMessage("/stem_seek", 1, 4, "beats")])
    rig.render(8000)
    // Half a second and four beats of 0.6 s.
    expect(rig, at: 3000, isFrame: 2.9 * 44_100)
  }

  /// The sound around a jump changes no faster than the file's own and the join that fades.
  @Test func seeksDoNotClick() throws {
    let rig = try StemRig()
    try rig.load(.sine(100, amplitude: 0.3, frames: 100_000), into: 1)
    rig.send("/play_stem", 1, 1, 1)
    rig.render(4096)
    for index in 0..<20 {
      rig.send("/stem_seek", 1, .double(0.02 + 0.1037 * Double(index)))
      rig.render(1500)
    }
    #expect(Measure.largestStep(rig.left[4000...].map(Double.init)) < 0.02)
  }

  @Test(arguments: pulls) func loopsRepeatTheirFrames(pulls: [Int]) throws {
    let rig = try playing(pulls)
    let start = 10_000.0 / 44_100
    let end = 20_000.0 / 44_100
    rig.send(at: 3000, [OSCMessage("/stem_loop", 1, .double(start), .double(end))])
    rig.render(to: 80_000)
    for round in 0..<6 {
      let at = 10_000 + round * 10_000
      // 2000 frames behind the jump it is joined.
      for ahead in [2000, 5000, 9999] {
        #expect(abs(Slope.position(rig.left[at + ahead]) - Double(10_000 + ahead)) < 0.2)
      }
    }
    // Let go at 75 000, half way: it plays on behind the region's end.
    rig.send("/stem_loop", 1)
    rig.render(20_000)
    let left = rig.frame - 10_000
    #expect(abs(Slope.position(rig.left[left]) - Double(left - 70_000 + 10_000)) < 0.2)
  }

  /// Loops of beats keep their length, though it is no whole number of frames.
  @Test func loopsOfBeatsStayInTime() throws {
    let rig = try playing()
    rig.send("/stem_bpm", 1, 128)
    rig.send(at: 3000, [OSCMessage("/stem_loop", 1, 0, 1, "beats")])
    rig.render(to: 600_000)
    let length = 44_100.0 * 60 / 128
    let at = 599_000
    let expected = Double(at).truncatingRemainder(dividingBy: length)
    #expect(expected > 2000)
    #expect(abs(Slope.position(rig.left[at]) - expected) < 0.2)
  }

  @Test(arguments: pulls) func hotCues(pulls: [Int]) throws {
    let rig = try playing(pulls)
    rig.send("/cue_set", 1, 1, .double(60_000.0 / 44_100))
    rig.send(at: 4011, [OSCMessage("/cue_set", 1, 2)])
    rig.render(4096)
    let replies = rig.mailbox.take()
    #expect(
      replies == [
        OSCMessage("/done", "/cue_set", 1, 1, .double(60_000.0 / 44_100)),
        OSCMessage("/done", "/cue_set", 1, 2, .double(4011.0 / 44_100)),
      ])
    rig.send(at: 9001, [OSCMessage("/cue_go", 1, 1)])
    rig.render(to: 14_000)
    expect(rig, at: 9001, isFrame: 60_000)
    rig.send(at: 15_003, [OSCMessage("/cue_go", 1, 2)])
    rig.render(to: 20_000)
    expect(rig, at: 15_003, isFrame: 4011)
  }

  @Test func aCueStartsAStemThatDoesNotPlay() throws {
    let rig = try StemRig()
    try rig.load(Slope.sound(100_000), into: 1)
    rig.send(
      at: 1000,
      [OSCMessage("/cue_set", 1, 3, .float32(0.5), "fraction"), OSCMessage("/cue_go", 1, 3)])
    rig.render(8000)
    #expect(rig.left[..<1000].allSatisfy { $0 == 0 })
    #expect(abs(Slope.position(rig.left[5000], volume: 0.8) - 54_000) < 0.2)
  }

  @Test func cuesWaitForTheGrid() throws {
    let rig = try playing()
    rig.send("/quantize", 1)
    rig.send("/cue_set", 1, 1, .double(2))
    rig.send("/cue_go", 1, 1)
    rig.render(to: 27_000)
    #expect(abs(Slope.position(rig.left[22_049]) - 22_049) < 0.2)
    expect(rig, at: 22_050, isFrame: 88_200)
  }

  /// Cues and tempo belong to the file, not to the id.
  @Test func anotherFileForgetsThem() throws {
    let rig = try playing()
    rig.send("/cue_set", 1, 1, 1)
    rig.send("/stem_bpm", 1, 100)
    try rig.load(Slope.sound(50_000), into: 1, name: "other")
    #expect(
      rig.ask("/cue_go", 1, 1).last
        == OSCMessage("/fail", "/cue_go", "stem 1 has no cue 1: set it first (/cue_set)", 1))
    #expect(rig.ask("/stem_seek", 1, 1, "beats").last?.address == "/fail")
  }

  @Test func startsTakePositionsInEveryUnit() throws {
    let rig = try StemRig()
    try rig.load(Slope.sound(100_000), into: 1)
    rig.send("/play_stem", 1, 1, 1, 1, 1, "seconds")
    rig.render(4000)
    #expect(abs(Slope.position(rig.left[3000]) - 47_100) < 0.2)
    rig.send("/stem_bpm", 1, 120)
    rig.send(at: 5000, [OSCMessage("/play_stem", 1, 1, 1, 1, 3, "beats")])
    rig.render(to: 9000)
    #expect(abs(Slope.position(rig.left[8500]) - (66_150 + 3500)) < 0.2)
  }

  /// Backwards and at other speeds the place at the frame of the seek is the same.
  @Test(arguments: [0.5, 1.5, -1.0]) func seeksAtAnyRate(rate: Float) throws {
    let rig = try playing(rate: rate)
    rig.send(at: 3017, [OSCMessage("/stem_seek", 1, 2)])
    rig.render(8000)
    expect(rig, at: 3017, isFrame: 88_200, rate: Double(rate))
  }

  @Test(arguments: [
    (
      "/stem_seek", [OSCArgument.int32(7), .int32(1)],
      "buffer 7 holds nothing: load a file into it first (/load_buffer)"
    ),
    ("/stem_seek", [.int32(1), .int32(-1)], "position must be 0 seconds or more, got -1"),
    ("/stem_seek", [.int32(1), .int32(2), "fraction"], "position must be 0 to 1, got 2"),
    ("/stem_seek", [.int32(1), .int32(2), "bars"], "unit must be one of seconds, fraction, beats, got \"bars\""),
    ("/stem_seek", [.int32(1), .int32(9)], "position is at 9.0 s, behind the end of the file (4.535147392290249 s)"),
    (
      "/stem_seek", [.int32(1), .int32(1), "beats"],
      "position is in beats, but the stem's tempo is not known: tell it first (/stem_bpm)"
    ),
    ("/stem_seek", [.int32(2), .int32(0)], "stem 2 does not play: start it first (/play_stem)"),
    ("/stem_loop", [.int32(1), .int32(2), .int32(1)], "end must lie behind start, by a frame at least"),
    ("/stem_loop", [.int32(2), .int32(0), .int32(1)], "stem 2 does not play: start it first (/play_stem)"),
    ("/cue_set", [.int32(1), .int32(0)], "n must be 1 to 64, got 0"),
    ("/cue_set", [.int32(2), .int32(1)], "stem 2 does not play: give the position, or start it first (/play_stem)"),
    ("/cue_go", [.int32(1), .int32(9)], "stem 1 has no cue 9: set it first (/cue_set)"),
    ("/stem_bpm", [.int32(1), .int32(0)], "bpm must be 1 to 999, got 0"),
    ("/stem_rate", [.int32(1), .int32(300)], "rate must be -256 to 256, got 300"),
  ]) func mistakesAreToldAndChangeNothing(address: String, arguments: [OSCArgument], reason: String) throws {
    let rig = try playing()
    try rig.load(Slope.sound(100), into: 2)
    _ = rig.mailbox.take()
    rig.send(OSCMessage(.path(address), arguments))
    let reply = try #require(rig.mailbox.take().first)
    #expect(reply.address == "/fail")
    #expect(Array(reply.arguments.prefix(2)) == [.string(address), .string(reason)])
    rig.render(4000)
    #expect(abs(Slope.position(rig.left[5999]) - 5999) < 0.2)
  }
}
