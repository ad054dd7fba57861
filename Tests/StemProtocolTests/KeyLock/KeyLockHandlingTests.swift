import Foundation
import KeyLock
import OSC
import SoundFiles
import StemProtocol
import Testing

/// A key-locked stem is handled as any other: its strip is heard at once, loops and cues are on their samples.
@Suite struct KeyLockHandlingTests {
  private static let locked = [OSCMessage("/stem_keylock", 1, 1), OSCMessage("/play_stem", 1, 1.06, 0.5)]

  /// A locked stem of a tone; the master is a gain.
  private func tone(_ hertz: Double = 441, _ later: [(at: Int, message: OSCMessage)] = []) throws -> StemRig {
    let rig = try StemRig()
    rig.send("/limiter", "off")
    try rig.load(.sine(hertz, frames: 44_100), into: 1)
    for message in Self.locked { rig.send(message) }
    for (frame, message) in later { rig.send(at: frame, [message]) }
    rig.render(60_000)
    return rig
  }

  /// Gains stand behind the stretcher: from the very frame on the sound is that of an unchanged stem, times the glide.
  @Test func gainsAreHeardAtTheirFrame() throws {
    let at = 30_011
    let plain = try tone()
    for (message, target, side) in [
      (OSCMessage("/stem_volume", 1, 0.125), 0.25, 0), (OSCMessage("/stem_mute", 1, 1), 0, 0),
      (OSCMessage("/stem_pan", 1, 1), 0, 0), (OSCMessage("/deck_level", "A", 0.5), 0.5, 0),
      (OSCMessage("/stem_pan", 1, 1), 1, 1),
    ] {
      let rig = try tone(441, [(at, message)])
      let (old, new) = side == 0 ? (plain.left, rig.left) : (plain.right, rig.right)
      #expect(old[..<at] == new[..<at], "\(message.address)")
      let differences = (at + 882..<60_000).map { abs(Double(new[$0]) - target * Double(old[$0])) }
      #expect((differences.max() ?? 1) < 1e-6, "\(message.address)")
      if message.address == "/stem_volume" {
        for ahead in [1, 100, 441, 800] {
          let gain = 1 - 0.75 * Double(ahead + 1) / 882
          #expect(abs(Double(new[at + ahead]) - gain * Double(old[at + ahead])) < 1e-5, "\(ahead)")
        }
      }
    }
  }

  /// The equaliser's response is the one that it has for any sound: a killed band is gone after its glide.
  @Test func theEqualiserIsHeardAtItsFrame() throws {
    let at = 30_011
    let plain = try tone(790)
    let killed = try tone(790, [(at, OSCMessage("/stem_eq", 1, 50, 0, 50))])
    #expect(plain.left[..<at] == killed.left[..<at])
    func power(_ rig: StemRig, _ range: Range<Int>) -> Double {
      10 * log10(rig.left[range].reduce(1e-12) { $0 + Double($1 * $1) })
    }
    let behind = at + 4410..<60_000
    #expect(power(killed, behind) < power(plain, behind) - 55)
    let low = try tone(60, [(at, OSCMessage("/stem_eq", 1, 25, 50, 50))])
    #expect(abs(power(low, behind) - power(try tone(60), behind) + 12) < 0.1)
  }

  /// What is streamed from the disk sounds as what is held, through seeks, loops, sections and changes of speed.
  @Test(arguments: [1, 2]) func streamedStemsSoundAsHeld(channels: Int) throws {
    let folder = TemporaryFolder()
    let path = folder.path("stem.wav")
    try Sound.noise(20 * 44_100, channels: channels, seed: 61).write(to: path, format: .wavPCM16)
    let rigs = try [1e9, 1].map { seconds in
      let rig = try StemRig()
      rig.server.policy.streamedAboveSeconds = seconds
      rig.send("/load_buffer", 1, .string(path))
      rig.send("/stem_keylock", 1, 1)
      rig.send("/play_stem", 1, 1.05, 0.8, 1, 0.9)
      rig.render(150_000)
      rig.send("/stem_seek", 1, 12.25)
      rig.render(30_000)
      rig.send("/stem_loop", 1, 3, 3.5)
      rig.render(50_000)
      rig.send("/stem_loop", 1)
      rig.send("/stem_rate", 1, 0.93)
      rig.render(30_000)
      rig.send("/stem_rate", 1, -0.95)
      rig.render(40_000)
      rig.send("/play_stem_section", 1, 1.02, 0.7, 1, 0.37, 0.5)
      rig.render(60_000)
      return rig
    }
    let kept = rigs[1].ask("/get_buffers").first?.arguments[8]
    #expect(kept == "streamed")
    #expect(rigs[0].mailbox.take().allSatisfy { $0.address == "/done" })
    #expect(rigs[0].left.contains { abs($0) > 0.1 })
    for (one, other) in [(rigs[0].left, rigs[1].left), (rigs[0].right, rigs[1].right)] {
      let first = zip(one, other).enumerated().first { $0.element.0 != $0.element.1 }?.offset
      #expect(first == nil, "differs from frame \(first ?? 0) on")
    }
  }

  // MARK: - Pitch and tempo

  private func cents(_ rig: StemRig, from frame: Int, to hertz: Double) -> Double {
    1200 * log2(Measure.pitch(rig.left[frame...]) * 44_100 / hertz)
  }

  /// A shift while it plays: the new pitch to a cent a little later, no click, the tempo as it was.
  @Test(arguments: KeyLockEngine.allCases) func pitchChangesWhileItPlays(engine: KeyLockEngine) throws {
    let rig = try StemRig(keyLock: engine)
    try rig.load(.sine(441, frames: 44_100), into: 1)
    for message in Self.locked { rig.send(message) }
    rig.render(22_050)
    for semitones in [3.0, -5, 0, 7] {
      rig.send("/stem_pitch", 1, .double(semitones))
      rig.render(22_050)
      let settled = rig.frame
      rig.render(2 * 44_100)
      let hertz = 441 * exp2(semitones / 12)
      // Of stretches of a tenth of a second, for whoever has to find out.
      let parts = (0..<20).map { index in
        let part = settled + index * 4410..<settled + (index + 1) * 4410
        return Int(1200 * log2(Measure.pitch(rig.left[part]) * 44_100 / hertz))
      }
      #expect(abs(cents(rig, from: settled, to: hertz)) < 1, "\(semitones): \(parts)")
    }
    // The steepest is the highest of them.
    let steepest = 0.5 * 0.5 * 0.72 * 2 * Double.pi * 441 * exp2(7.0 / 12) / 44_100
    #expect(Measure.largestStep(rig.left[5000...].map(Double.init)) < 1.4 * steepest)
  }

  @Test func pitchLeavesTheTempo() throws {
    let rig = try StemRig()
    try rig.load(Clicks.sound(8, offset: 300), into: 1)
    rig.send("/stem_keylock", 1, 1)
    rig.send(at: 5000, [OSCMessage("/play_stem", 1, 1.04, 0.8)])
    rig.render(40_000)
    rig.send("/stem_pitch", 1, 4)
    rig.render(200_000)
    for index in 3..<10 {
      let expected = 5000 + Double(index * Clicks.distance + 300) / 1.04
      let onset = try #require(Clicks.onset(near: expected, in: rig.left), "click \(index)")
      #expect(abs(Double(onset) - expected) < Clicks.bound, "click \(index): \(Double(onset) - expected)")
    }
  }

  /// A glide of the pitch arrives where it is told to, and ends there.
  @Test func pitchIsRamped() throws {
    let rig = try StemRig()
    try rig.load(.sine(441, frames: 44_100), into: 1)
    for message in Self.locked { rig.send(message) }
    rig.render(22_050)
    rig.send("/ramp", "/stem_pitch", 1, "current", 2, 0.5)
    rig.render(40_000)
    let settled = rig.frame
    rig.render(2 * 44_100)
    #expect(abs(cents(rig, from: settled, to: 441 * exp2(2.0 / 12))) < 1)
    #expect(rig.mailbox.take().allSatisfy { $0.address == "/done" })
  }

  /// `/sync` gives a locked deck the clock's tempo and beat, at its own pitch; `/set_tempo` takes it along.
  @Test func followsTheClock() throws {
    let rig = try StemRig()
    // Clicks on the beats of 120 BPM, and a tone.
    try rig.load(Clicks.sound(16, offset: 300), into: 100)
    try rig.load(.sine(441, amplitude: 0.3, frames: 16 * Clicks.distance), into: 101)
    rig.send("/set_tempo", 124, 124)
    rig.send("/deck_keylock", "A", 1)
    rig.send("/stem_bpm", 100, 120, .double(300.0 / 44_100))
    rig.send("/play_stem", 100, 1, 0.8)
    rig.render(8000)
    rig.send("/sync", "A", "clock")
    rig.render(22_050)
    func beats(_ range: Range<Int>, _ isBeat: (Int) -> Double) throws {
      for beat in range {
        let expected = isBeat(beat)
        let onset = try #require(Clicks.onset(near: expected, in: rig.left), "beat \(beat)")
        #expect(abs(Double(onset) - expected) < Clicks.bound, "beat \(beat): \(Double(onset) - expected)")
      }
    }
    rig.render(to: 150_000)
    try beats(3..<7) { Double($0) * 44_100 * 60 / 124 }
    rig.send(at: 152_000, [OSCMessage("/set_tempo", 116)])
    rig.render(to: 350_000)
    let passed = 152_000 / (44_100.0 * 60 / 124)
    try beats(10..<15) { 152_000 + (Double($0) - passed) * 44_100 * 60 / 116 }
    // The tone of the same deck, by itself.
    rig.send("/stop_stem", 100, 0)
    rig.send("/play_stem", 101, .double(124.0 / 120), 0.8)
    rig.render(10_000)
    let settled = rig.frame
    rig.render(2 * 44_100)
    #expect(abs(cents(rig, from: settled, to: 441)) < 1)
  }

  // MARK: - Places

  /// A loop repeats its region for as long as it is set, and is left where it was.
  @Test func loopsRepeatOnTheirSamples() throws {
    let rig = try StemRig()
    try rig.load(Clicks.sound(8, offset: 3000), into: 1)
    let rate = 1.05
    rig.send("/stem_keylock", 1, 1)
    rig.send(at: 5000, [OSCMessage("/play_stem", 1, .double(rate), 0.8)])
    // From the first click to the second, and a little more.
    let (start, length) = (0.05, 0.5)
    rig.send(at: 9000, [OSCMessage("/stem_loop", 1, .double(start), .double(start + length))])
    rig.render(to: 160_000)
    let period = length * 44_100 / rate
    for turn in 0..<6 {
      let expected = 5000 + 3000 / rate + Double(turn) * period
      let onset = try #require(Clicks.onset(near: expected, in: rig.left), "turn \(turn)")
      #expect(abs(Double(onset) - expected) < Clicks.bound, "turn \(turn): \(Double(onset) - expected)")
    }
    rig.send(at: 161_000, [OSCMessage("/stem_loop", 1)])
    rig.render(to: 260_000)
    // Where it is then: so many whole lengths were gone back.
    let frames = (161_000 - 5000) * rate
    let turns = ((frames - (start + length) * 44_100) / (length * 44_100)).rounded(.up)
    for index in 1..<5 {
      let expected = 5000 + (Double(index * Clicks.distance + 3000) + turns * length * 44_100) / rate
      if expected < 165_000 { continue }
      let onset = try #require(Clicks.onset(near: expected, in: rig.left), "click \(index)")
      #expect(abs(Double(onset) - expected) < Clicks.bound, "click \(index): \(Double(onset) - expected)")
    }
  }

  /// A hot cue of a stem that plays, and one of a stem that does not.
  @Test(arguments: [0.95, 1.05]) func hotCuesLandOnTheirSample(rate: Double) throws {
    let rig = try StemRig()
    try rig.load(Clicks.sound(8, offset: 11), into: 1)
    rig.send("/stem_keylock", 1, 1)
    rig.send("/cue_set", 1, 1, .double(Double(4 * Clicks.distance) / 44_100))
    rig.send(at: 5000, [OSCMessage("/play_stem", 1, .double(rate), 0.8)])
    rig.send(at: 40_003, [OSCMessage("/cue_go", 1, 1)])
    rig.send(at: 90_000, [OSCMessage("/stop_stem", 1, 0)])
    rig.render(to: 100_000)
    rig.send(at: 110_017, [OSCMessage("/cue_go", 1, 1)])
    rig.render(to: 160_000)
    for start in [40_003, 110_017] {
      let first = try #require(Clicks.onset(near: Double(start) + 11 / rate, in: rig.left, within: 300))
      #expect(abs(Double(first) - Double(start) - 11 / rate) <= 2, "\(first - start)")
      let expected = Double(start) + Double(Clicks.distance + 11) / rate
      let second = try #require(Clicks.onset(near: expected, in: rig.left))
      #expect(abs(Double(second) - expected) < Clicks.bound, "\(Double(second) - expected)")
    }
    #expect(rig.left[91_000..<110_017].allSatisfy { $0 == 0 })
  }
}
