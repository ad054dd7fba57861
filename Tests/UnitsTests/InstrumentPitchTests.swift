import Testing

@Suite struct InstrumentPitchTests {
  @Test(arguments: ["BassVoice", "ElectricPiano", "PluckVoice", "LeadVoice"], [55.0, 130.8, 311.13, 659.26])
  func playsItsPitch(_ name: String, _ pitch: Double) throws {
    let studio = try InstrumentStudio()
    try studio.play(name, ["frequency": Float(pitch), "length": 3, "decay": 20, "vibrato": 0])
    let sound = studio.record(seconds: 2.5).left
    let measured = InstrumentSpectrum(sound[24_000...], sampleRate: 48_000).peak(pitch * 0.8..<pitch * 1.2)
    #expect(abs(InstrumentSpectrum.cents(measured, over: pitch)) < 1.5)
  }

  @Test func vibratoSwingsAroundThePitchAsFarAsItIsTold() throws {
    let studio = try InstrumentStudio()
    try studio.play("LeadVoice", ["frequency": 330, "length": 6, "vibrato": 40, "breath": 0])
    let sound = studio.record(seconds: 5).left
    // Every 10 ms.
    let pitches = stride(from: 48_000, to: 200_000, by: 480).map { start in
      InstrumentSpectrum.cents(InstrumentPitchTests.pitch(sound, from: start, near: 330), over: 330)
    }
    let mean = pitches.reduce(0, +) / Double(pitches.count)
    #expect(abs(mean) < 3)
    #expect(abs(try #require(pitches.max()) - 40) < 10)
    #expect(abs(try #require(pitches.min()) + 40) < 10)
  }

  @Test func slidesFromThePitchBefore() throws {
    let studio = try InstrumentStudio()
    try studio.play("LeadVoice", ["frequency": 440, "from": 330, "slide": 0.3, "length": 2, "vibrato": 0, "breath": 0])
    let sound = studio.record(seconds: 1).left
    let early = Self.pitch(sound, from: 600, near: 350)
    let late = Self.pitch(sound, from: 40_000, near: 440)
    #expect(early > 330 && early < 375)
    #expect(abs(InstrumentSpectrum.cents(late, over: 440)) < 2)
  }

  @Test func padKeepsItsPitchInTheMiddle() throws {
    let studio = try InstrumentStudio()
    try studio.play("PadVoice", ["frequency": 220, "length": 4, "detune": 10])
    let sound = studio.record(seconds: 3)
    let both = zip(sound.left, sound.right).map { $0 + $1 }
    let spectrum = InstrumentSpectrum(both[24_000...], sampleRate: 48_000)
    // Nothing lies outside ten cents, give or take the width of the window.
    let inside = spectrum.power(217.5..<222.5)
    #expect(InstrumentSpectrum.decibels(spectrum.power(180..<217) / inside) < -35)
    #expect(InstrumentSpectrum.decibels(spectrum.power(223..<260) / inside) < -35)
    let mean = zip(spectrum.power.indices, spectrum.power).reduce((0.0, 0.0)) { sums, bin in
      let hertz = Double(bin.0) * spectrum.hertzPerBin
      return (217.5..<222.5).contains(hertz) ? (sums.0 + bin.1 * hertz, sums.1 + bin.1) : sums
    }
    #expect(abs(InstrumentSpectrum.cents(mean.0 / mean.1, over: 220)) < 8)
  }

  @Test func padIsWideAndTheSameOnBothSides() throws {
    let studio = try InstrumentStudio()
    try studio.play("PadVoice", ["frequency": 220, "length": 4])
    let sound = studio.record(seconds: 4)
    let power = { (samples: [Float]) in samples.reduce(0) { $0 + Double($1) * Double($1) } }
    #expect(abs(InstrumentSpectrum.decibels(power(sound.left) / power(sound.right))) < 1.5)
    let common = zip(sound.left, sound.right).reduce(0) { $0 + Double($1.0) * Double($1.1) }
    #expect(common / (power(sound.left) * power(sound.right)).squareRoot() < 0.7)
  }

  @Test(arguments: [("BassVoice", 220.0), ("PluckVoice", 1480), ("LeadVoice", 880), ("ElectricPiano", 1480)])
  func doesNotAlias(_ name: String, _ pitch: Double) throws {
    let studio = try InstrumentStudio(sampleRate: 44_100)
    try studio.play(
      name,
      [
        "frequency": Float(pitch), "length": 3, "decay": 60, "vibrato": 0, "breath": 0, "mix": 1, "brightness": 9000,
        "closing": 20,
      ])
    let sound = studio.record(seconds: 2.2).left
    let spectrum = InstrumentSpectrum(sound[22_050...], sampleRate: 44_100)
    #expect(InstrumentSpectrum.decibels(spectrum.shareBesideHarmonics(of: pitch, width: 12)) < -45)
  }

  @Test func bassOfASineHasNoStepAnywhere() throws {
    let studio = try InstrumentStudio()
    for note in 0..<8 {
      try studio.play(
        "BassVoice", ["frequency": 100, "length": 0.17, "bite": 0, "drive": 0.1, "amplitude": 0.5],
        atFrame: note * 12_000 + note * 7)
    }
    let sound = studio.record(seconds: 2.2).left
    let steepest = try #require(zip(sound, sound.dropFirst()).map { abs($1 - $0) }.max())
    // A sine's own steepest step, and what the attack of 4 ms adds.
    #expect(steepest < Float(0.5 * (2 * Double.pi * 100 / 48_000 + 1.5 / 192)))
  }

  /// The pitch at a place, by the lag at which the sound is most like itself, between samples.
  static func pitch(_ sound: [Float], from start: Int, near pitch: Double) -> Double {
    let period = 48_000 / pitch
    let length = Int(period * 3)
    func likeness(_ lag: Int) -> Double {
      var sum = 0.0
      for frame in start..<start + length {
        sum -= Double((sound[frame] - sound[frame + lag]) * (sound[frame] - sound[frame + lag]))
      }
      return sum
    }
    let lags = Int(period * 0.93)...Int(period * 1.07) + 1
    guard let best = lags.max(by: { likeness($0) < likeness($1) }) else { return 0 }
    let (before, at, after) = (likeness(best - 1), likeness(best), likeness(best + 1))
    return 48_000 / (Double(best) + 0.5 * (before - after) / (before - 2 * at + after))
  }
}
