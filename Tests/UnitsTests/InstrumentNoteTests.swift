import Control
import RealTime
import Testing

@Suite struct InstrumentNoteTests {
  static let instruments: [(name: String, settings: [String: Float])] = [
    ("KickDrum", [:]), ("SnareDrum", [:]), ("HiHat", [:]), ("BassVoice", ["length": 0.2]),
    ("ElectricPiano", ["length": 0.2]), ("PadVoice", ["length": 0.2, "attack": 0.05, "release": 0.2]),
    ("PluckVoice", ["length": 0.2]), ("LeadVoice", ["length": 0.2]), ("Riser", ["length": 0.3]),
  ]

  @Test(arguments: instruments.indices)
  func beginsAtItsFrameWhereverThatLiesInABlock(_ index: Int) throws {
    let (name, settings) = Self.instruments[index]
    var recordings: [[Float]] = []
    for frame in [1024, 1061] {
      let studio = try InstrumentStudio()
      try studio.play(name, settings, atFrame: frame)
      let sound = studio.record(seconds: 0.3)
      #expect(sound.left[..<frame].allSatisfy { $0 == 0 })
      #expect(sound.right[..<frame].allSatisfy { $0 == 0 })
      #expect(sound.left[frame..<frame + 48].contains { $0 != 0 })
      recordings.append(Array(sound.left[frame..<frame + 12_000]))
    }
    let peak = try #require(recordings[0].map(abs).max())
    let difference = try #require(zip(recordings[0], recordings[1]).map { abs($0 - $1) }.max())
    // The voice moves its vowel once a block: there alone the place within the block may be felt.
    #expect(difference <= (name == "LeadVoice" ? peak * 0.02 : 0))
  }

  @Test(arguments: instruments.indices)
  func endsInSilenceAndFreesItsSynth(_ index: Int) throws {
    let (name, settings) = Self.instruments[index]
    let studio = try InstrumentStudio()
    try studio.play(name, settings)
    let sound = studio.record(seconds: 1.5).left
    #expect(studio.endedNotes == 1)
    let last = try #require(sound.lastIndex { $0 != 0 })
    let peak = try #require(sound.map(abs).max())
    // No step at the end: the last millisecond is below −50 dB already.
    #expect(sound[(last - 48)...last].allSatisfy { abs($0) < peak * 0.003 })
  }

  @Test(arguments: instruments.indices)
  func staysFiniteWhateverItIsTold(_ index: Int) throws {
    let (name, _) = Self.instruments[index]
    let studio = try InstrumentStudio()
    let inputs = try #require(studio.engine.units[name]?.specification.inputs)
    for value in [Float.nan, .infinity, -.infinity, 0, -1, 1e30, 1e-30, 20_000] {
      for input in inputs { try studio.play(name, [input.name: value], atFrame: 64) }
      try studio.play(
        name, Dictionary(inputs.map { ($0.name, value) }, uniquingKeysWith: { first, _ in first }), atFrame: 64)
    }
    let sound = studio.record(seconds: 0.5)
    #expect(sound.left.allSatisfy { $0.isFinite })
    #expect(sound.right.allSatisfy { $0.isFinite })
  }

  @Test(arguments: instruments.indices)
  func soundsTheSameInBothBuilds(_ index: Int) throws {
    let (name, settings) = Self.instruments[index]
    let recordings = try [true, false].map { baseline in
      let studio = try InstrumentStudio(baseline: baseline)
      try studio.play(name, settings)
      return studio.record(seconds: 0.5).left
    }
    let peak = try #require(recordings[0].map(abs).max())
    let difference = try #require(zip(recordings[0], recordings[1]).map { abs($0 - $1) }.max())
    #expect(difference < peak * 0.001)
  }

  @Test(arguments: [44_100.0, 48_000, 96_000])
  func lastsAsLongAtEveryRate(_ sampleRate: Double) throws {
    let studio = try InstrumentStudio(sampleRate: sampleRate)
    try studio.play("BassVoice", ["frequency": 110, "length": 0.5])
    let sound = studio.record(seconds: 1).left
    let last = try #require(sound.lastIndex { $0 != 0 })
    // Held for half a second, released in 60 ms.
    #expect(abs(Double(last) / sampleRate - 0.56) < 0.001)
  }
}
