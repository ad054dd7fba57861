import Foundation
import OSC
import Testing

/// The decks' commands: what they sound like, and what they answer.
@Suite struct DeckCommandTests {
  private func done(_ address: String, _ arguments: OSCArgument...) -> OSCMessage {
    OSCMessage("/done", [.string(address)] + arguments)
  }

  /// Tones in the middle of the bands, and how far each is turned up, in decibels.
  static let percents: [(Float, Double)] = [(25, -12), (50, 0), (75, 3), (100, 6), (2, -23.04)]

  @Test(arguments: [("low", 60.0), ("mid", 790.0), ("high", 9000.0)], percents)
  func percentsAreDecibels(band: (String, Double), law: (Float, Double)) throws {
    let rig = try StemRig.mixing([(100, .sine(band.1, amplitude: 0.25, frames: 44_100, channels: 2))])
    let flat = rig.level(rig.settled().left)
    #expect(
      rig.ask("/deck_eq", "A", .string(band.0), .float32(law.0))
        == [done("/deck_eq", "A", .string(band.0), .float32(law.0))])
    let turned = rig.level(rig.settled().left)
    #expect(abs(20 * log10(turned / flat) - law.1) < 0.05)
    rig.send("/deck_eq", "a", .string(band.0), 0)
    #expect(20 * log10(rig.level(rig.settled().left) / flat) < -60)
  }

  @Test func allBandsAndLinearGains() throws {
    let rig = try StemRig.mixing([(1100, .sine(790, amplitude: 0.25, frames: 44_100, channels: 2))])
    let flat = rig.level(rig.settled().left)
    #expect(rig.ask("/deck_filter", "B", "mid", 0.125) == [done("/deck_filter", "B", "mid", 0.125)])
    #expect(abs(rig.level(rig.settled().left) / flat - 0.125) < 1e-3)
    #expect(rig.ask("/deck_eq_all", "B", 0, 75, 0) == [done("/deck_eq_all", "B", 0.0, 75.0, 0.0)])
    #expect(abs(20 * log10(rig.level(rig.settled().left) / flat) - 3) < 0.05)
    let decks = rig.ask("/get_decks")
    #expect(decks.count == 3)
    #expect(decks[0].arguments == ["A", 1.0, 1.0, 1.0, 1.0, 0.0, 0.2, "left", 1.0])
    #expect(decks[1].arguments[2] == 0.0 && decks[1].arguments[4] == 0.0)
  }

  /// What the other deck plays, and this one with all bands flat again, is untouched to the bit.
  @Test func flatIsUntouched() throws {
    let sound = Sound.noise(44_100, seed: 4)
    let rig = try StemRig.mixing([(100, sound)])
    func isUntouched(_ output: ArraySlice<Float>) -> Bool {
      let start = output.startIndex
      return (0..<44_100).contains { shift in
        sound.left[shift] * 0.8 == output[start]
          && output.indices.allSatisfy { sound.left[(shift + $0 - start) % 44_100] * 0.8 == output[$0] }
      }
    }
    rig.send("/deck_eq", "B", "low", 0)
    rig.send("/deck_knob", "B", -0.5)
    #expect(isUntouched(rig.settled().left))
    rig.send("/deck_eq", "A", "low", 0)
    #expect(!isUntouched(rig.settled().left))
    rig.send("/deck_eq", "A", "low", 50)
    #expect(isUntouched(rig.settled().left))
    rig.send("/deck_knob", "A", 0.5, 0.5)
    #expect(!isUntouched(rig.settled().left))
    rig.send("/deck_knob", "A", 0)
    #expect(isUntouched(rig.settled().left))
  }

  @Test func theKnobFilters() throws {
    let rig = try StemRig.mixing([(100, .sine(2000, amplitude: 0.25, frames: 44_100, channels: 2))])
    let flat = rig.level(rig.settled().left)
    #expect(rig.ask("/deck_knob", "A", -1) == [done("/deck_knob", "A", -1.0, .float32(0.2))])
    #expect(20 * log10(rig.level(rig.settled().left) / flat) < -80)
    #expect(rig.ask("/deck_knob", "A", 1, 0) == [done("/deck_knob", "A", 1.0, 0.0)])
    // 2.3 octaves below the corner of 10 kHz, 2.6 as the bilinear transform sees them.
    #expect(abs(20 * log10(rig.level(rig.settled().left) / flat) + 62.4) < 1)
    #expect(rig.ask("/deck_knob", "A", -0.1) == [done("/deck_knob", "A", .float32(-0.1), 0.0)])
    #expect(abs(20 * log10(rig.level(rig.settled().left) / flat)) < 0.05)
  }

  private static let values: [Float] = [0.1, 0.02, 0.004, 0.0008]

  @Test func levelsOfFourDecks() throws {
    let ids: [Int32] = [100, 1100, 2100, 3100]
    let rig = try StemRig.mixing(
      zip(ids, Self.values).map { ($0, Sound.constant($1, frames: 4000)) }, decks: 4)
    #expect(abs(rig.value() - 0.1248) < 1e-6)
    #expect(rig.ask("/deck_levels", 0.5, 0, 1, 2) == [done("/deck_levels", 0.5, 0.0, 1.0, 2.0)])
    #expect(abs(rig.value() - (0.05 + 0.004 + 0.0016)) < 1e-6)
    #expect(rig.ask("/deck_levels", 1) == [done("/deck_levels", 1.0, 0.0, 1.0, 2.0)])
    #expect(rig.ask("/crossfade_levels", 0, 1) == [done("/crossfade_levels", 0.0, 1.0)])
    #expect(abs(rig.value() - (0.02 + 0.004 + 0.0016)) < 1e-6)
  }

  /// Position, gain of the left side, gain of the right.
  private static let laws: [(String, [[Double]])] = [
    ("linear", [[-1, 1, 0], [-0.5, 0.75, 0.25], [0, 0.5, 0.5], [1, 0, 1]]),
    ("constant-power", [[-1, 1, 0], [-0.5, 0.92388, 0.38268], [0, 0.70711, 0.70711], [1, 0, 1]]),
    ("scratch", [[-1, 1, 0], [-0.95, 1, 0.5], [-0.5, 1, 1], [0, 1, 1], [0.95, 0.5, 1], [1, 0, 1]]),
  ]

  @Test(arguments: laws) func crossfaderLaws(curve: String, law: [[Double]]) throws {
    let rig = try StemRig.mixing([(100, .constant(0.5, frames: 4000)), (1100, .constant(0.005, frames: 4000))])
    #expect(rig.ask("/crossfader_curve", .string(curve)) == [done("/crossfader_curve", .string(curve))])
    // Not in the way until it is moved.
    #expect(abs(rig.value() - 0.505) < 1e-6)
    for row in law {
      let (position, left, right) = (row[0], row[1], row[2])
      let number = OSCArgument.float32(Float(position))
      #expect(rig.ask("/crossfader", number) == [done("/crossfader", number)])
      #expect(abs(rig.value() - (0.5 * left + 0.005 * right)) < 2e-5, "\(curve) at \(position)")
    }
    // It multiplies with the levels.
    rig.send("/crossfade_levels", 1, 0.5)
    #expect(abs(rig.value() - 0.0025) < 1e-6)
  }

  @Test func sidesOfTheCrossfader() throws {
    let ids: [Int32] = [100, 1100, 2100, 3100]
    let rig = try StemRig.mixing(
      zip(ids, Self.values).map { ($0, Sound.constant($1, frames: 4000)) }, decks: 4)
    rig.send("/crossfader", -1)
    #expect(abs(rig.value() - 0.104) < 1e-6)
    #expect(rig.ask("/crossfader_assign", "c", "right") == [done("/crossfader_assign", "C", "right")])
    #expect(abs(rig.value() - 0.1) < 1e-6)
    rig.send("/crossfader_assign", "D", "thru")
    #expect(abs(rig.value() - 0.1008) < 1e-6)
    rig.send("/crossfader", 1)
    #expect(abs(rig.value() - (0.02 + 0.004 + 0.0008)) < 1e-6)
  }

  @Test func nothingClicks() throws {
    let rig = try StemRig.mixing([(100, .sine(100, frames: 44_100, channels: 2))])
    let start = rig.frame
    let positions: [Float] = [-1, 0, 1, 0.4, -0.9]
    let curves: [OSCArgument] = ["linear", "constant-power", "scratch"]
    for turn in 0..<60 {
      switch turn % 4 {
      case 0: rig.send("/crossfader", .float32(positions[turn % 5]))
      case 1: rig.send("/crossfader_curve", curves[turn % 3])
      case 2: rig.send("/crossfader_assign", "A", turn % 8 == 2 ? "right" : "left")
      default: rig.send("/deck_eq", "A", turn % 8 == 3 ? "low" : "high", .int32(Int32(turn % 3 * 40)))
      }
      rig.render(1201)
    }
    let step = Measure.largestStep(rig.left[start...].map { Double($0) / 0.8 })
    // The fastest is a cut of 3 ms, 132 frames.
    let limit: Double = 2 * 0.5 * 2 * Double.pi * 100 / 44_100 + 1.0 / 132
    #expect(step < limit, "\(step)")
  }

  static let mistakes: [(String, [OSCArgument], String)] = [
    ("/deck_eq", ["C", "low", 50], "deck must be A or B, got C"),
    ("/deck_eq", ["X", "low", 50], "letter of a deck"),
    ("/deck_eq", ["A", "bass", 50], "one of low, mid, high"),
    ("/deck_eq", ["A", "low", 101], "0 to 100"),
    ("/deck_eq", ["A", "low", .float32(.nan)], "finite"),
    ("/deck_eq_all", ["A", 50, 50], "high is missing"),
    ("/deck_filter", ["A", "low", -1], "0 to 64"),
    ("/deck_knob", ["A", 2], "-1 to 1"),
    ("/deck_knob", ["A", 0, 2], "0 to 1"),
    ("/crossfader", [-1.5], "-1 to 1"),
    ("/crossfader_curve", ["steep"], "one of linear, constant-power, scratch"),
    ("/crossfader_assign", ["A", "middle"], "one of left, right, thru"),
    ("/limiter", ["loud"], "one of soft, true-peak, off"),
    ("/deck_levels", ["x"], "finite number"),
  ]

  @Test(arguments: mistakes) func mistakesChangeNothing(
    address: String, arguments: [OSCArgument], reason: String
  ) throws {
    let rig = try StemRig()
    let before = rig.ask("/get_decks")
    rig.send(OSCMessage(.path(address), arguments))
    rig.render(1000)
    let replies = rig.mailbox.take()
    #expect(replies.count == 1 && replies.first?.address == "/fail")
    #expect(replies.first?.arguments.compactMap(\.asText).joined(separator: " ").contains(reason) == true, "\(replies)")
    #expect(rig.ask("/get_decks") == before)
  }
}
