import OSC
import StemProtocol
import TestRandomness
import Testing

/// No step that is larger than the signal's own: a click detector on a sine of 100 Hz.
@Suite struct ClickTests {
  /// The largest step of a sine of amplitude 0.5, of which what joins, glides and fades may add a sixth.
  private static let sineStep = 0.5 * 2 * Double.pi * 100 / 44_100
  private static let allowance = 1.0 + 1.0 / 6
  /// Where a section comes round, what is joined may be as far apart as the sine's two peaks.
  private static let jumpAllowance = 1.0 + 1.0 / 3

  /// - Parameter voices: gains that sound at the same time, added.
  private func expectNoClick(_ rig: StemRig, voices: Double, allowance: Double = allowance) {
    for output in [rig.left, rig.right] {
      let step = Measure.largestStep(output.map(Master.sum))
      let limit = voices * Self.sineStep * allowance
      #expect(step < limit, "\(step) is \(step / (voices * Self.sineStep)) of the sine's own")
    }
    #expect(rig.left.contains { abs($0) > 0.2 })
  }

  private func makeRig(seconds: Double = 1.003, ids: [Int32] = [1]) throws -> StemRig {
    let rig = try StemRig(pulls: [251])
    // Not a whole number of cycles: a loop has a step of its own, so these do not come round.
    for id in ids { try rig.load(.sine(100, frames: Int(seconds * 44_100), channels: 2), into: id) }
    return rig
  }

  /// Sixteen places of the cycle.
  @Test(arguments: 0..<16) func startsAndStopsAnywhere(sixteenth: Int) throws {
    let start = 0.2 + Double(sixteenth) / 1600
    let rig = try makeRig()
    rig.send("/play_stem", 1, 1, 1, 1, .double(start))
    rig.render(3001)
    rig.send("/stop_stem", 1)
    rig.render(4000)
    rig.send("/play_stem", 1, 1, 1, 1, .double(start))
    rig.render(3003)
    rig.send("/stop_stem", 1, 0)
    rig.render(2000)
    #expect(rig.left.last == 0)
    expectNoClick(rig, voices: 1)
  }

  @Test(arguments: 0..<8) func restartsWithoutAClick(turn: Int) throws {
    let rig = try makeRig()
    for index in 0..<6 {
      rig.send("/play_stem", 1, 1, 1, 1, .double(0.2 + Double(index) * 0.0137))
      rig.render(2000 + turn * 55)
    }
    // The old voice dies away below the new one.
    expectNoClick(rig, voices: 2)
  }

  @Test func volumesAndDecksJump() throws {
    let rig = try makeRig(seconds: 3)
    rig.send("/play_stem", 1, 1, 1)
    for index in 0..<20 {
      rig.render(2111 + index)
      rig.send("/stem_volume", 1, .int32(Int32(index % 2)))
    }
    for index in 0..<20 {
      rig.render(2111 + index)
      rig.send("/crossfade_levels", .int32(Int32(index % 2)), 1)
    }
    expectNoClick(rig, voices: 1)
  }

  /// Glides that are cut short by others.
  @Test func glidesTurnRound() throws {
    let rig = try makeRig(seconds: 3)
    rig.send("/play_stem", 1, 1, 1)
    var random = SplitMix(seed: 31)
    for _ in 0..<100 {
      rig.render(Int.random(in: 50...700, using: &random))
      switch Int.random(in: 0...2, using: &random) {
      case 0: rig.send("/stem_volume", 1, .float32(Float.random(in: 0...1, using: &random)))
      case 1: rig.send("/crossfade_levels", .float32(Float.random(in: 0...1, using: &random)), 1)
      default:
        rig.send("/stem_fade", 1, .float32(Float.random(in: 0...1, using: &random)), 0.3, "constant-power")
      }
    }
    expectNoClick(rig, voices: 1)
  }

  @Test func buffersAreReplacedAndFreedWhileTheyPlay() throws {
    let rig = try makeRig()
    rig.send("/play_stem", 1, 1, 1)
    rig.render(4007)
    try rig.load(.sine(100, phase: 0.3, frames: 40_000), into: 1)
    rig.render(4000)
    #expect(rig.left.last == 0)
    rig.send("/play_stem", 1, 1, 1, 1, 0.11)
    rig.render(4100)
    rig.send("/free_buffer", 1)
    rig.render(4000)
    #expect(rig.left.last == 0)
    expectNoClick(rig, voices: 1)
  }

  /// The new voice begins while the old one, of the buffer that was replaced, still fades.
  @Test func aReplacedStemStartsAtOnce() throws {
    let rig = try makeRig()
    rig.send("/play_stem", 1, 1, 1)
    rig.render(4007)
    try rig.load(.sine(100, phase: 0.3, frames: 40_000), into: 1)
    rig.send("/play_stem", 1, 1, 1)
    rig.render(4000)
    expectNoClick(rig, voices: 2)
  }

  @Test(arguments: [0, 1] as [Int32], [1013, 4409, 2750, 3307, 2535, 2660, 2865]) func sectionsEndAndComeRound(
    loop: Int32, frames: Int
  ) throws {
    let rig = try makeRig()
    let seconds = OSCArgument.double(Double(frames) / 44_100)
    rig.send("/play_stem_section", 1, 1, 1, .int32(loop), 0.2, seconds)
    rig.render(20_000)
    expectNoClick(rig, voices: 1, allowance: loop == 0 ? Self.allowance : Self.jumpAllowance)
    #expect((rig.left.last == 0) == (loop == 0))
  }

  @Test(arguments: [0.979, 1, 2.5, -1, -0.7] as [Float]) func filesEndOnAnySample(rate: Float) throws {
    let rig = try makeRig(seconds: 0.3037)
    rig.send("/play_stem", 1, .float32(rate), 1, 0)
    rig.render(24_000)
    #expect(rig.left.last == 0)
    expectNoClick(rig, voices: Double(max(1, abs(rate))))
  }

  @Test func mixerCleanupFadesEverything() throws {
    let ids: [Int32] = [1, 2, 1100, 1101]
    let rig = try makeRig(ids: ids)
    rig.send(at: nil, ids.map { OSCMessage("/play_stem", .int32($0), 1, 0.25) })
    rig.render(4711)
    rig.send("/mixer_cleanup")
    rig.render(4000)
    #expect(rig.left.last == 0)
    expectNoClick(rig, voices: 1)
  }

  @Test func theTestToneRisesAndDiesAway() throws {
    let rig = try StemRig()
    rig.send("/test_tone", 100)
    rig.render(24_000)
    let steps = Measure.largestStep(rig.left.map { Double($0) })
    #expect(steps < 0.1 * 2 * Double.pi * 100 / 44_100 * Self.allowance)
    #expect(abs((rig.left.max() ?? 0) - 0.1) < 0.005)
    #expect(rig.left.last == 0)
    #expect(abs(Measure.pitch(rig.left[0..<20_000]) * 44_100 - 100) < 0.1)
  }

  @Test func theServerFadesOut() throws {
    let rig = try makeRig(seconds: 3)
    rig.send("/play_stem", 1, 1, 1)
    rig.render(4000)
    rig.server.fadeOut(seconds: 0.05)
    rig.render(4000)
    #expect(rig.left.suffix(500).allSatisfy { $0 == 0 })
    expectNoClick(rig, voices: 1)
  }
}
