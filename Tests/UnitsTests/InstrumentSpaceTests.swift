import Foundation
import Testing

@Suite struct InstrumentSpaceTests {
  /// The impulse of the studio lies in its eighth frame.
  private static let struck = 8

  @Test func echoesComeAtTheirTimesFromSideToSide() throws {
    let studio = try InstrumentStudio()
    try studio.strike("Echo", ["time": 0.1, "feedback": 0.5, "tone": 20_000], memoryFrames: 6000)
    let sound = studio.record(seconds: 0.5)
    for (echo, samples) in [(1, sound.left), (2, sound.right), (3, sound.left), (4, sound.right)] {
      let at = Self.struck + echo * 4800
      let loudest = try #require(samples[(at - 2000)..<(at + 2000)].indices.max { abs(samples[$0]) < abs(samples[$1]) })
      #expect(abs(loudest - at) <= 1)
    }
    let levels = (1...3).map { echo in
      let samples = echo == 2 ? sound.right : sound.left
      let at = Self.struck + echo * 4800
      return samples[(at - 10)..<(at + 100)].reduce(0) { $0 + Double($1) }
    }
    // Their sums, whatever the tone takes of the highs, fall by the feedback.
    #expect(abs(levels[0] - 1) < 0.01)
    #expect(abs(levels[1] - 0.5) < 0.01)
    #expect(abs(levels[2] - 0.25) < 0.01)
    #expect(sound.right[..<(Self.struck + 9000)].allSatisfy { $0 == 0 })
  }

  @Test(arguments: [Float(0.6), 1.5, 3])
  func roomDiesInTheTimeItIsTold(_ decay: Float) throws {
    let studio = try InstrumentStudio()
    try studio.strike("Room", ["decay": decay, "tone": 20_000], memoryFrames: 5000, memoryChannels: 8)
    let sound = studio.record(seconds: Double(decay) * 1.2).left
    // What is still to come (Schroeder's integral), from −5 to −35 dB.
    var rest = 0.0
    let remaining = sound.reversed().map { sample -> Double in
      rest += Double(sample) * Double(sample)
      return rest
    }.reversed().map { InstrumentSpectrum.decibels($0 / rest) }
    let start = try #require(remaining.firstIndex { $0 < -5 })
    let end = try #require(remaining.firstIndex { $0 < -35 })
    let seconds = Double(end - start) / 48_000 * 2
    #expect(abs(seconds / Double(decay) - 1) < 0.15)
  }

  @Test func roomIsWide() throws {
    let studio = try InstrumentStudio()
    try studio.strike("Room", ["decay": 1.5], memoryFrames: 5000, memoryChannels: 8)
    let sound = studio.record(seconds: 1)
    let power = { (samples: [Float]) in samples.reduce(0) { $0 + Double($1) * Double($1) } }
    let common = zip(sound.left, sound.right).reduce(0) { $0 + Double($1.0) * Double($1.1) }
    #expect(abs(common) / (power(sound.left) * power(sound.right)).squareRoot() < 0.4)
    #expect(abs(InstrumentSpectrum.decibels(power(sound.left) / power(sound.right))) < 3)
  }

  @Test(arguments: ["Echo", "Room"])
  func isSilentWithoutMemoryOfItsOwnKind(_ name: String) throws {
    for channels in [0, 3] {
      let studio = try InstrumentStudio()
      try studio.strike(name, memoryFrames: channels == 0 ? 0 : 5000, memoryChannels: channels)
      let sound = studio.record(seconds: 0.5)
      #expect(sound.left.allSatisfy { $0 == 0 })
      #expect(sound.right.allSatisfy { $0 == 0 })
    }
  }

  @Test(arguments: ["Echo", "Room"])
  func keepsToAMemoryThatIsTooShort(_ name: String) throws {
    let studio = try InstrumentStudio()
    try studio.strike(
      name, ["time": 60, "size": 1.3], memoryFrames: 300, memoryChannels: name == "Echo" ? 2 : 8)
    let sound = studio.record(seconds: 0.5)
    #expect(sound.left.allSatisfy { $0.isFinite && abs($0) <= 2 })
  }

  @Test(arguments: [Float(-1), -0.5, 0, 0.3, 1])
  func placementKeepsThePower(_ position: Float) throws {
    let studio = try InstrumentStudio()
    try studio.strike("Placement", ["position": position, "level": 0.5])
    let sound = studio.record(seconds: 0.01)
    let (left, right) = (sound.left[Self.struck], sound.right[Self.struck])
    #expect(abs(left * left + right * right - 0.5) < 1e-5)
    if position == 0 { #expect(abs(left - 0.5) < 1e-5 && abs(right - 0.5) < 1e-5) }
    if position == -1 { #expect(right == 0) }
    if position > 0 { #expect(right > left) }
  }

  @Test func saturationLeavesOneAndLiftsWhatIsSoft() throws {
    for (input, expected) in [(1, 1), (-1, -1), (0.1, tanh(0.2) / tanh(2)), (10, 1 / tanh(2))] {
      let studio = try InstrumentStudio()
      try studio.strike("Saturation", ["drive": 2], impulse: (Float(input), 0))
      let sound = studio.record(seconds: 0.01)
      #expect(abs(Double(sound.left[Self.struck]) - expected) < 1e-5)
      #expect(sound.right.allSatisfy { $0 == 0 })
    }
  }
}
