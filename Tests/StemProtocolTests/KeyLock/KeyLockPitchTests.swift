import Foundation
import KeyLock
import OSC
import Testing

/// With its key locked a stem sounds at its own pitch, or so many semitones from it, to a cent, at any tempo.
@Suite struct KeyLockPitchTests {
  private static func cents(_ rig: StemRig, from frame: Int, to hertz: Double) -> Double {
    1200 * log2(Measure.pitch(rig.left[frame...]) * 44_100 / hertz)
  }

  @Test(arguments: KeyLockEngine.allCases, [0.8, 0.94, 1.06, 1.25])
  func staysAtAnyRate(engine: KeyLockEngine, rate: Double) throws {
    let rig = try StemRig(keyLock: engine)
    try rig.load(.sine(441, frames: 44_100), into: 1)
    rig.send("/stem_keylock", 1, 1)
    rig.send("/play_stem", 1, .double(rate), 0.5)
    rig.render(3 * 44_100)
    #expect(abs(Self.cents(rig, from: 4410, to: 441)) < 1)
  }

  /// A file of another sample rate, backwards.
  @Test func staysBackwards() throws {
    let rig = try StemRig()
    try rig.load(.sine(500, frames: 48_000, sampleRate: 48_000), into: 1)
    rig.send("/stem_keylock", 1, 1)
    rig.send("/play_stem", 1, -0.9, 0.5)
    rig.render(3 * 44_100)
    #expect(abs(Self.cents(rig, from: 4410, to: 500)) < 1)
  }

  /// Locked, the shift is from the file's own pitch; else it adds to what the speed does.
  @Test(arguments: [(true, 1.0, 3.0), (true, 0.9, -5), (false, 1.1, 2), (false, 1, -12)])
  func isShifted(locked: Bool, rate: Double, semitones: Double) throws {
    let rig = try StemRig()
    try rig.load(.sine(441, frames: 44_100), into: 1)
    rig.send("/stem_keylock", 1, .int32(locked ? 1 : 0))
    rig.send("/stem_pitch", 1, .double(semitones))
    rig.send("/play_stem", 1, .double(rate), 0.5)
    rig.render(3 * 44_100)
    let hertz = 441 * exp2(semitones / 12) * (locked ? 1 : rate)
    #expect(abs(Self.cents(rig, from: 4410, to: hertz)) < 1)
  }

  /// A command while it plays takes hold soon, and the tempo of the clock leaves the pitch alone, too.
  @Test func followsCommandsWhileItPlays() throws {
    let rig = try StemRig()
    try rig.load(.sine(441, frames: 44_100), into: 1)
    rig.send("/play_stem", 1, 1.05, 0.5)
    rig.render(10_000)
    #expect(rig.ask("/deck_keylock", "A", 1).first?.address == "/done")
    rig.render(4410)
    let locked = rig.frame
    rig.render(2 * 44_100)
    #expect(abs(Self.cents(rig, from: locked, to: 441)) < 1)
    rig.send("/set_tempo", 126)
    rig.render(22_050)
    let faster = rig.frame
    rig.render(2 * 44_100)
    #expect(abs(Self.cents(rig, from: faster, to: 441)) < 1)
    rig.send("/deck_keylock", "A", 0)
    rig.render(4410)
    let free = rig.frame
    rig.render(44_100)
    #expect(abs(Self.cents(rig, from: free, to: 441 * 1.05 * 1.05)) < 1)
  }

  /// Where there is nothing to stretch, nothing is.
  @Test func leavesAStemAtItsOwnTempoUntouched() throws {
    let rigs = try [0, 1].map { _ in try StemRig() }
    for (lock, rig) in rigs.enumerated() {
      try rig.load(.noise(30_000, seed: 5), into: 1)
      rig.send("/stem_keylock", 1, .int32(Int32(lock)))
      rig.send("/play_stem", 1, 1, 0.7)
      rig.render(60_000)
    }
    #expect(rigs[0].left == rigs[1].left && rigs[0].right == rigs[1].right)
  }

  @Test func answersAndRefuses() throws {
    let rig = try StemRig()
    try rig.load(.sine(441, frames: 4410), into: 1)
    #expect(rig.ask("/stem_keylock", 1).last == OSCMessage("/done", "/stem_keylock", 1, 1))
    #expect(rig.ask("/stem_pitch", 1, -2.5).last == OSCMessage("/done", "/stem_pitch", 1, -2.5))
    #expect(rig.ask("/deck_keylock", "b", 0).last == OSCMessage("/done", "/deck_keylock", "B", 0))
    for (address, arguments) in [
      ("/stem_keylock", [OSCArgument.int32(7), 1]), ("/stem_pitch", [1, 25]), ("/stem_pitch", [1, .float32(.nan)]),
      ("/deck_keylock", ["E", 1]), ("/deck_keylock", ["C", 1]),
    ] {
      _ = rig.mailbox.take()
      rig.send(OSCMessage(.path(address), arguments))
      rig.render(512)
      #expect(rig.mailbox.all.last?.address == "/fail", "\(address) \(arguments)")
    }
  }
}
