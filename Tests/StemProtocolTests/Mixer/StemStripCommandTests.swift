import Foundation
import OSC
import Testing

/// A stem's channel: it belongs to the id, and outlives what plays under it.
@Suite struct StemStripCommandTests {
  private func done(_ address: String, _ arguments: OSCArgument...) -> OSCMessage {
    OSCMessage("/done", [.string(address)] + arguments)
  }

  @Test func theEqualiser() throws {
    let rig = try StemRig.mixing([(7, .sine(60, amplitude: 0.25, frames: 44_100, channels: 2))])
    let flat = rig.level(rig.settled().left)
    #expect(rig.ask("/stem_eq", 7, 25, 50, 50) == [done("/stem_eq", 7, 25.0, 50.0, 50.0)])
    #expect(abs(20 * log10(rig.level(rig.settled().left) / flat) + 12) < 0.05)
    rig.send("/stem_eq", 7, 0, 50, 50)
    #expect(20 * log10(rig.level(rig.settled().left) / flat) < -60)
  }

  @Test func balance() throws {
    let rig = try StemRig.mixing([(7, .constant(0.25, frames: 4000))])
    #expect(rig.ask("/stem_pan", 7, 0.5) == [done("/stem_pan", 7, 0.5)])
    let (left, right) = rig.settled(64)
    #expect(abs(Double(left.last ?? 0) / 0.8 - 0.25 * 0.70711) < 1e-5)
    #expect(abs(Double(right.last ?? 0) - 0.2) < 1e-7)
  }

  /// The id keeps what it was set to: when it starts anew, when another file is loaded, and before one ever was.
  @Test func settingsOutliveVoices() throws {
    let rig = try StemRig.mixing([])
    rig.send("/stem_pan", 7, 1)
    try rig.load(.constant(0.25, frames: 4000), into: 7)
    rig.send("/play_stem", 7, 1, 1, 1)
    #expect(rig.value() == 0)
    rig.send("/play_stem", 7, 1, 1, 1, 0.5)
    #expect(rig.value() == 0)
    try rig.load(.constant(0.125, frames: 4000), into: 7)
    rig.send("/play_stem", 7, 1, 1, 1)
    #expect(rig.value() == 0)
    #expect(abs(Double(rig.right.last ?? 0) - 0.1) < 1e-7)
    // It goes when the id is emptied.
    rig.send("/free_buffer", 7)
    rig.render(8000)
    try rig.load(.constant(0.25, frames: 4000), into: 7)
    rig.send("/play_stem", 7, 1, 1, 1)
    #expect(abs(rig.value() - 0.25) < 1e-6)
  }

  /// A voice that is already told to the audio thread, but not begun, takes what comes in between.
  @Test func voicesToComeFollow() throws {
    let rig = try StemRig.mixing([(7, .constant(0.25, frames: 44_100))])
    rig.send("/stop_stem", 7)
    rig.render(8000)
    rig.send(at: rig.frame + 4000, [OSCMessage("/play_stem", 7, 1, 1, 1)])
    rig.render(500)
    rig.send("/stem_mute", 7, 1)
    rig.render(8000)
    #expect(rig.left.suffix(2000).allSatisfy { $0 == 0 })
    rig.send("/stem_mute", 7, 0)
    #expect(abs(rig.value() - 0.25) < 1e-6)
  }

  @Test func muteAndSolo() throws {
    let values: [(Int32, Float)] = [(1, 0.1), (2, 0.02), (3, 0.004), (1100, 0.0008)]
    let rig = try StemRig.mixing(values.map { ($0, Sound.constant($1, frames: 4000)) })
    #expect(abs(rig.value() - 0.1248) < 1e-6)
    #expect(rig.ask("/stem_mute", 1, 1) == [done("/stem_mute", 1, 1)])
    #expect(abs(rig.value() - 0.0248) < 1e-6)
    // Of deck A only the soloed; deck B is not concerned.
    #expect(rig.ask("/stem_solo", 2) == [done("/stem_solo", 2, 1)])
    #expect(abs(rig.value() - 0.0208) < 1e-6)
    rig.send("/stem_solo", 3, 1)
    #expect(abs(rig.value() - 0.0248) < 1e-6)
    // A mute counts for more.
    rig.send("/stem_solo", 1, 1)
    rig.send("/stem_solo", 2, 0)
    #expect(abs(rig.value() - 0.0048) < 1e-6)
    // What starts while another is soloed is not heard.
    rig.send("/play_stem", 2, 1, 1, 1)
    #expect(abs(rig.value() - 0.0048) < 1e-6)
    // A soloed stem that is freed frees the others.
    rig.send("/free_buffer", 3)
    rig.send("/stem_solo", 1, 0)
    rig.send("/stem_mute", 1, 0)
    rig.render(4000)
    #expect(abs(rig.value() - 0.1208) < 1e-6)
  }

  @Test func nothingClicks() throws {
    let rig = try StemRig.mixing([(1, .sine(100, frames: 44_100, channels: 2)), (2, .constant(0, frames: 4000))])
    let start = rig.frame
    let pans: [Float] = [-1, 0, 1, 0.4]
    for turn in 0..<50 {
      switch turn % 4 {
      case 0: rig.send("/stem_mute", 1, .int32(Int32(turn / 4 % 2)))
      case 1: rig.send("/stem_solo", 2, .int32(Int32(turn / 4 % 2)))
      case 2: rig.send("/stem_pan", 1, .float32(pans[turn / 4 % 4]))
      default: rig.send("/stem_eq", 1, .int32(Int32(turn % 3 * 40)), 50, 50)
      }
      rig.render(1201)
    }
    let step = Measure.largestStep(rig.left[start...].map { Double($0) / 0.8 })
    let limit: Double = 2 * 0.5 * 2 * Double.pi * 100 / 44_100 + 3.0 / 882
    #expect(step < limit, "\(step)")
  }

  @Test func oneBandOfThree() throws {
    let rig = try StemRig.mixing([(7, .sine(60, amplitude: 0.25, frames: 44_100, channels: 2))])
    let flat = rig.level(rig.settled().left)
    rig.send("/stem_eq", 7, 25, 0, 75)
    rig.render(512)
    #expect(rig.ask("/stem_band", 7, "low", 100) == [done("/stem_band", 7, "low", 100.0)])
    #expect(abs(20 * log10(rig.level(rig.settled().left) / flat) - 6) < 0.05)
    #expect(rig.ask("/stem_band", 7, "bass", 100).first?.address == "/fail")
  }

  /// What ids that never held anything were set to goes with a clean-up.
  @Test func cleaningUpForgetsEmptyChannels() throws {
    let rig = try StemRig.mixing([])
    rig.send("/stem_pan", 7, 1)
    rig.send("/stem_solo", 8, 1)
    #expect(rig.ask("/mixer_cleanup").last?.address == "/done")
    try rig.load(.constant(0.25, frames: 4000), into: 7)
    rig.send("/play_stem", 7, 1, 1, 1)
    #expect(abs(rig.value() - 0.25) < 1e-6)
  }

  @Test func mistakes() throws {
    let rig = try StemRig()
    #expect(rig.ask("/stem_pan", 1, 1.5).first?.address == "/fail")
    #expect(rig.ask("/stem_eq", 1, 50).first?.address == "/fail")
    #expect(rig.ask("/stem_mute", -1, 1).first?.address == "/fail")
    #expect(rig.ask("/stem_solo", "x").first?.address == "/fail")
  }
}
