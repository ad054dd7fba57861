import Foundation
import KeyLock
import OSC
import Testing

/// Key-lock comes and goes, and loops go around, without a click or a hole.
@Suite struct KeyLockClickTests {
  /// Levels of stretches of 10 ms, in decibels from the usual.
  private func levels(_ samples: ArraySlice<Float>) -> [Double] {
    let powers = stride(from: samples.startIndex, to: samples.endIndex - 441, by: 441).map { start in
      samples[start..<start + 441].reduce(0) { $0 + Double($1 * $1) }
    }
    let usual = powers.sorted()[powers.count / 2]
    return powers.map { 10 * log10(max($0, 1e-9) / usual) }
  }

  @Test(arguments: KeyLockEngine.allCases) func onAndOff(engine: KeyLockEngine) throws {
    let rig = try StemRig(keyLock: engine)
    try rig.load(.sine(310, frames: 44_100), into: 1)
    rig.send("/play_stem", 1, 1.06, 0.5)
    rig.render(22_050)
    for turn in 0..<6 {
      rig.send("/stem_keylock", 1, .int32(turn % 2 == 0 ? 1 : 0))
      rig.render(11_025 + 333 * turn)
    }
    let steady = Measure.largestStep(rig.left[10_000..<22_000].map(Double.init))
    #expect(Measure.largestStep(rig.left[22_000...].map(Double.init)) < 1.3 * steady)
  }

  /// The whole file again and again: 50 whole cycles, so that end and beginning join.
  @Test(arguments: [0.93, 1.07]) func aLoopOfTheFileIsSeamless(rate: Double) throws {
    let rig = try StemRig()
    try rig.load(.sine(500, frames: 4410), into: 1)
    rig.send("/stem_keylock", 1, 1)
    rig.send("/play_stem", 1, .double(rate), 0.5)
    rig.render(3 * 44_100)
    #expect(levels(rig.left[4410...]).allSatisfy { abs($0) < 0.5 })
    let cents = 1200 * log2(Measure.pitch(rig.left[4410...]) * 44_100 / 500)
    #expect(abs(cents) < 1, "\(cents)")
  }

  /// A section that is looped keeps its length.
  @Test func aLoopedSectionKeepsItsLength() throws {
    let rig = try StemRig()
    try rig.load(Clicks.sound(8, offset: 3000), into: 1)
    rig.send("/stem_keylock", 1, 1)
    rig.send(at: 1000, [OSCMessage("/play_stem_section", 1, 1.05, 0.8, 1, 0.25, 0.4)])
    rig.render(4 * 44_100)
    for turn in 0..<9 {
      let expected = 1000 + 3000 / 1.05 + Double(turn) * 0.4 * 44_100
      let onset = try #require(Clicks.onset(near: expected, in: rig.left), "turn \(turn)")
      #expect(abs(Double(onset) - expected) < Clicks.bound, "turn \(turn)")
    }
  }

  /// Stems that are begun one after the other, and have come together by then, go on without a hole.
  @Test func stemsThatComeTogetherLeaveNoHole() throws {
    let rig = try StemRig()
    for id in 1...3 {
      try rig.load(.sine(200 * Double(id), amplitude: 0.2, frames: 44_100), into: Int32(id))
      rig.send("/stem_keylock", .integer(id), 1)
    }
    for id in 1...3 {
      rig.send("/play_stem", .integer(id), 1.04, 0.5)
      rig.render(13_000)
    }
    rig.send("/stop_stem", 2)
    rig.render(2 * 44_100)
    #expect(levels(rig.left[44_100..<88_200]).allSatisfy { abs($0) < 3 })
    #expect(levels(rig.left[45_000...]).allSatisfy { abs($0) < 3 })
  }
}
