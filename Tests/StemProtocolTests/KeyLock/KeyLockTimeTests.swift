import Foundation
import KeyLock
import OSC
import Testing

/// Stretched stems sound where they should: the tempo is that of the rate, to the millisecond, and nothing drifts.
@Suite struct KeyLockTimeTests {
  /// Differences of the clicks' onsets from where they belong, in frames.
  private func deviations(
    _ samples: [Float], start: Double, rate: Double, offset: Int = 0, seconds: Range<Double>
  ) throws -> [Double] {
    var found: [Double] = []
    var index = 0
    while true {
      let expected = start + Double(index * Clicks.distance + offset) / rate
      index += 1
      if expected < seconds.lowerBound * 44_100 { continue }
      guard expected < seconds.upperBound * 44_100 - 2000 else { break }
      let onset = try #require(Clicks.onset(near: expected, in: samples), "click \(index - 1)")
      found.append(Double(onset) - expected)
    }
    return found
  }

  @Test(arguments: [0.92, 0.97, 1.04, 1.08]) func tempoIsThatOfTheRate(rate: Double) throws {
    let rig = try StemRig()
    try rig.load(Clicks.sound(4), into: 1)
    rig.send("/stem_keylock", 1, 1)
    rig.send(at: 5000, [OSCMessage("/play_stem", 1, .double(rate), 0.8)])
    rig.render(8 * 44_100)
    let found = try deviations(rig.left, start: 5000, rate: rate, seconds: 0..<8)
    #expect(found.count >= 13)
    #expect(found.allSatisfy { abs($0) < Clicks.bound }, "\(found)")
  }

  /// The faster engine places onsets less exactly, to 8 ms, and stays where it is, too.
  @Test(arguments: [0.92, 1.08]) func theFasterEngineDoesNotDrift(rate: Double) throws {
    let rig = try StemRig(keyLock: .r2)
    try rig.load(Clicks.sound(4), into: 1)
    rig.send("/stem_keylock", 1, 1)
    rig.send(at: 5000, [OSCMessage("/play_stem", 1, .double(rate), 0.8)])
    rig.render(30 * 44_100)
    let found = try deviations(rig.left, start: 5000, rate: rate, seconds: 0..<30)
    #expect(found.allSatisfy { abs($0) < 8 * Clicks.bound }, "\(found)")
  }

  /// The first frame that sounds is the start's, and the sound at it that of the exact place in the file.
  @Test(arguments: KeyLockEngine.allCases, [0.94, 1.06]) func theFirstOnsetIsOnItsSample(
    engine: KeyLockEngine, rate: Double
  ) throws {
    let rig = try StemRig(keyLock: engine)
    try rig.load(Clicks.sound(4, offset: 11), into: 1)
    try rig.load(Clicks.sound(4, offset: 11, seed: 2), into: 2)
    rig.send("/stem_keylock", 1, 1)
    rig.send("/stem_keylock", 2, 1)
    let half = OSCArgument.double(Double(2 * Clicks.distance) / Double(4 * Clicks.distance))
    rig.send(at: 20_001, [OSCMessage("/play_stem", 1, .double(rate), 0.8)])
    rig.send(at: 60_077, [OSCMessage("/stop_stem", 1, 0), OSCMessage("/play_stem", 2, .double(rate), 0.8, 1, half)])
    rig.render(70_000)
    for start in [20_001, 60_077] {
      let onset = try #require(Clicks.onset(near: Double(start + 11), in: rig.left, within: 400))
      #expect(abs(onset - start - Int((11 / rate).rounded())) <= 2, "\(onset - start)")
    }
    #expect(rig.left[..<20_001].allSatisfy { $0 == 0 })
  }

  /// A minute later the onsets of all stems of a deck are together, and where they belong.
  @Test func stemsAreTogetherAfterAMinute() throws {
    let rig = try StemRig(pulls: [1024])
    let rate = 1.05
    let offsets = [0, 5500, 11_000, 16_500]
    for (index, offset) in offsets.enumerated() {
      try rig.load(Clicks.sound(20, offset: offset, seed: UInt64(index)), into: Int32(1 + index))
    }
    rig.send("/deck_keylock", "A", 1)
    rig.send(at: 6000, offsets.indices.map { OSCMessage("/play_stem", .integer(1 + $0), .double(rate), 0.7) })
    rig.render(62 * 44_100)
    let found = try offsets.map {
      try deviations(rig.left, start: 6000, rate: rate, offset: $0, seconds: 57..<62).reduce(0, +) / 10
    }
    #expect(found.allSatisfy { abs($0) < Clicks.bound }, "\(found)")
    #expect((found.max() ?? 0) - (found.min() ?? 0) < Clicks.bound, "\(found)")
  }

  /// On, off, faster, slower: half a second later each click is where it is without key-lock.
  @Test func isWhereTheSpeedLeads() throws {
    let rigs = try [false, true].map { _ in try StemRig() }
    for (rig, locks) in zip(rigs, [false, true]) {
      try rig.load(Clicks.sound(8), into: 1)
      rig.send(at: 5000, [OSCMessage("/play_stem", 1, 1.03, 0.8)])
      if locks { rig.send(at: 30_000, [OSCMessage("/stem_keylock", 1, 1)]) }
      rig.render(to: 80_000)
      rig.send("/set_tempo", 124)
      rig.render(to: 160_000)
      for step in 0..<40 {
        rig.send("/set_tempo", .double(124 - 0.3 * Double(step)))
        rig.render(441)
      }
      rig.render(to: 300_000)
      if locks { rig.send("/stem_keylock", 1, 0) }
      rig.render(to: 380_000)
    }
    var heard = 0
    for near in stride(from: 40_000, to: 376_000, by: 1000) {
      let changes = [80_000, 160_000, 178_000].contains { $0 - 2000 < near && near < $0 + 22_050 }
      guard !changes, let there = Clicks.onset(near: Double(near), in: rigs[0].left, within: 500) else { continue }
      // The end of one that was found before.
      if there == near - 500 { continue }
      let here = try #require(Clicks.onset(near: Double(there), in: rigs[1].left, within: 400), "at \(there)")
      heard += 1
      #expect(abs(Double(here - there)) < Clicks.bound, "at \(there): \(here - there)")
    }
    #expect(heard > 8)
  }

  /// A seek lands on its sample at once, also one of a whole deck; what follows is where it belongs, at its pitch.
  @Test func aSeekLandsOnItsSample() throws {
    let rig = try StemRig()
    for id in 1...2 {
      try rig.load(Clicks.sound(8, offset: 11 + 9000 * (id - 1), seed: UInt64(id)), into: Int32(id))
    }
    rig.send("/deck_keylock", "A", 1)
    rig.send(at: 5000, [OSCMessage("/play_stem", 1, 1.05, 0.8), OSCMessage("/play_stem", 2, 1.05, 0.8)])
    let seek = 52_003
    rig.send(at: seek, [OSCMessage("/deck_seek", "A", 2, "seconds")])
    rig.render(150_000)
    let first = try #require(Clicks.onset(near: Double(seek + 10), in: rig.left, within: 300))
    #expect(abs(first - seek - 10) <= 2, "\(first - seek)")
    for (index, offset) in [(1, 11), (0, 9011), (2, 11), (1, 9011)] {
      let expected = Double(seek) + Double(index * Clicks.distance + offset) / 1.05
      let onset = try #require(Clicks.onset(near: expected, in: rig.left), "\(index) \(offset)")
      #expect(abs(Double(onset) - expected) < Clicks.bound, "\(index) \(offset): \(Double(onset) - expected)")
    }
  }

  /// A start that is told to begin elsewhere while it waits begins there.
  @Test func aStartThatMovesBeginsWhereItWasTold() throws {
    let rig = try StemRig()
    try rig.load(Clicks.sound(8, offset: 11), into: 1)
    rig.send("/stem_keylock", 1, 1)
    rig.send("/quantize", 1)
    rig.send("/play_stem", 1, 1.05, 0.8)
    rig.render(1000)
    rig.send("/stem_seek", 1, .double(Double(Clicks.distance) / 44_100 * 2 + 0.1), "seconds")
    rig.render(60_000)
    let start = 22_050.0
    let expected = start + (Double(Clicks.distance + 11) - 4410) / 1.05
    let onset = try #require(Clicks.onset(near: expected, in: rig.left))
    #expect(abs(Double(onset) - expected) < Clicks.bound, "\(Double(onset) - expected)")
  }

  /// A click is still a click: what it has in energy is within 10 ms.
  @Test(arguments: [0.92, 1.08]) func transientsAreNotSmeared(rate: Double) throws {
    let rig = try StemRig()
    try rig.load(Clicks.sound(4, offset: 9000), into: 1)
    rig.send("/stem_keylock", 1, 1)
    rig.send("/play_stem", 1, .double(rate), 0.8)
    rig.render(44_100)
    let onset = try #require(Clicks.onset(near: Double(9000) / rate, in: rig.left))
    func energy(_ range: Range<Int>) -> Double { rig.left[range].reduce(0) { $0 + Double($1 * $1) } }
    #expect(energy(onset - 44..<onset + 441) > 0.95 * energy(onset - 4000..<onset + 8000))
  }
}
