import OSC
import StemProtocol
import Testing

/// The tempo scales the speed of what plays, exactly and at its frame.
@Suite struct TempoTests {
  /// A ramp of sample numbers, so that the output tells where in the file it is.
  private static let slope = 1.0 / 400_000
  private static func ramp(_ frames: Int) -> Sound { Sound([(0..<frames).map { Float(Double($0) * slope) }]) }

  private func position(_ rig: StemRig, _ frame: Int) -> Double { Master.sum(rig.left[frame]) / Self.slope }

  private func expectSpeed(_ rig: StemRig, _ speed: Double, _ from: Int, _ to: Int) {
    let measured = (position(rig, to) - position(rig, from)) / Double(to - from)
    #expect(abs(measured - speed) < 1e-5)
  }

  @Test(arguments: [[512], [1, 64, 699]]) func playingStemsFollow(pulls: [Int]) throws {
    let rig = try StemRig(pulls: pulls)
    try rig.load(Self.ramp(300_000), into: 1)
    rig.send("/play_stem", 1, .float32(1.25), 1, 0)
    rig.send(at: 20_011, [OSCMessage("/set_tempo", 150)])
    rig.send(at: 60_037, [OSCMessage("/set_tempo", 60)])
    rig.render(to: 100_000)
    expectSpeed(rig, 1.25, 100, 20_000)
    expectSpeed(rig, 1.25 * 1.25, 20_100, 60_000)
    expectSpeed(rig, 0.625, 60_100, 99_000)
    // The corners lie at their frames: the straight lines on both sides meet there.
    let before = position(rig, 19_000) + 1.25 * (20_011 - 19_000)
    let after = position(rig, 30_000) - 1.5625 * (30_000 - 20_011)
    #expect(abs(before - after) < 0.2)
  }

  @Test func laterStartsFollowToo() throws {
    let rig = try StemRig()
    try rig.load(Self.ramp(300_000), into: 1)
    rig.send("/set_tempo", 180)
    rig.send("/play_stem", 1, 1, 1, 0)
    rig.render(30_000)
    expectSpeed(rig, 1.5, 100, 29_000)
    // Another base: the same tempo is now the stems' own.
    rig.send("/set_tempo", 180, 180)
    rig.render(30_000)
    expectSpeed(rig, 1, 31_000, 59_000)
  }

  /// A start that the audio thread already knows of, told the new tempo before it happens.
  @Test func startsWithinTheLookaheadFollow() throws {
    let rig = try StemRig(pulls: [64])
    try rig.load(Self.ramp(300_000), into: 1)
    rig.send(at: 3000, [OSCMessage("/play_stem", 1, 1, 1, 0)])
    rig.render(128)
    rig.send("/set_tempo", 240)
    rig.render(to: 20_000)
    #expect(rig.left[..<3000].allSatisfy { $0 == 0 })
    expectSpeed(rig, 2, 3100, 19_000)
  }

  @Test func severalStemsKeepTheirOwnRates() throws {
    let rig = try StemRig()
    try rig.load(Self.ramp(300_000), into: 1)
    try rig.load(Self.ramp(300_000), into: 1100)
    rig.send("/play_stem", 1, 0.5, 1, 0)
    rig.send("/play_stem", 1100, 1, 1, 0)
    rig.send("/set_tempo", 240)
    rig.render(20_000)
    expectSpeed(rig, 3, 1000, 19_000)
  }
}
