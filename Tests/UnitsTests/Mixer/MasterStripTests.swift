import CSoxr
import Foundation
import RealTime
import Testing

/// What keeps the master within bounds.
@Suite struct MasterStripTests {
  static let builds = UnitBuilds.runsV3 ? [false, true] : [false]

  private func controls(_ limiter: Float) -> [UnitBench.Signal] { [.steady(1), .constant(0.02), .constant(limiter)] }

  /// Sounds that hide their peaks between the samples, or bring them without notice.
  static let sounds: [(String, @Sendable (Int) -> Float)] = [
    ("a quarter of the sample rate at 45°", { Float(2 * sin(Double($0) * .pi / 2 + .pi / 4)) }),
    (
      "clipped noise",
      {
        let noise = 8 * UnitBench.noise(21)($0)
        return max(-1.5, min(1.5, noise))
      }
    ),
    ("loud noise", { 10 * UnitBench.noise(22)($0) }),
    ("997 Hz, 12 dB too loud", { Float(4 * sin(2 * .pi * 997 * Double($0) / 44_100)) }),
    ("19 kHz", { Float(2 * sin(2 * .pi * 19_000 * Double($0) / 44_100 + 0.3)) }),
    (
      "bursts",
      { $0 / 3000 % 2 == 0 ? Float(8 * sin(Double($0) * .pi / 2 + .pi / 4)) : Float(0.1 * sin(Double($0) * 0.01)) }
    ),
    ("square", { sin(2 * .pi * 1000.3 * Double($0) / 44_100) > 0 ? 3 : -3 }),
    ("single impulses", { $0 % 997 == 0 ? 5 : 0 }),
    (
      "clipped music",
      { frame in
        let sum = [55.0, 110, 331, 1207, 5003, 9001].reduce(0.0) {
          $0 + sin(2 * .pi * $1 * Double(frame) / 44_100 + $1)
        }
        return Float(max(-1, min(1, 0.75 * sum))) * 1.5
      }
    ),
  ]

  @Test(arguments: builds, sounds.indices) func noTruePeakAboveTheCeiling(v3: Bool, sound: Int) {
    let (name, samples) = Self.sounds[sound]
    let rendered = StripBench("MasterStrip", v3: v3).render(samples, controls(2), frames: 44_100)
    let input = (0..<44_100).map { 0.8 * samples($0) }
    #expect(TruePeak.level(input[...]) > -0.5, "\(name): nothing to limit")
    let level = TruePeak.level(rendered.left[...])
    #expect(level <= -1, "\(name): \(level) dBTP")
    // And it does not take more than it has to.
    #expect(level > -2, "\(name): \(level) dBTP")
  }

  /// The same by a resampler of others: libsoxr at its best, eight times oversampled. Where the sound begins and ends at
  /// once is left out: there it rings by itself.
  @Test(arguments: sounds.indices) func noTruePeakAboveTheCeilingByLibsoxr(sound: Int) throws {
    let (name, samples) = Self.sounds[sound]
    let rendered = StripBench("MasterStrip").render(samples, controls(2), frames: 44_100)
    let oversampled = try SoxrPeer.resample(rendered.left, rate: 1.0 / 8, recipe: SOXR_VHQ)
    let inside = oversampled.dropFirst(8 * 1000).dropLast(8 * 1000)
    let level = 20 * log10(Double(inside.reduce(0) { max($0, abs($1)) }))
    #expect(level <= -1 + 0.05, "\(name): \(level) dBTP")
  }

  /// Below the ceiling there is nothing but the delay, also after it had to work.
  @Test(arguments: [44_100.0, 48_000, 96_000, 192_000]) func quietSoundIsOnlyLate(rate: Double) {
    let noise = UnitBench.noise(2)
    let sound: (Int) -> Float = { noise($0) * ((20_000..<21_000).contains($0) ? 20 : 0.85) }
    let frames = 20_000 + Int(rate * 1.6)
    let rendered = StripBench("MasterStrip", sampleRate: rate).render(sound, controls(2), frames: frames)
    let delay = LookAhead.frames(sampleRate: rate)
    #expect((0.0025...0.004).contains(Double(delay) / rate))
    let expected = (0..<frames).map { $0 < delay ? 0 : sound($0 - delay) * 0.8 }
    #expect(rendered.left[..<19_000] == expected[..<19_000])
    #expect(rendered.left[20_000..<21_000] != expected[20_000..<21_000])
    #expect(rendered.left[(frames - 4000)...] == expected[(frames - 4000)...])
  }

  /// The gain moves smoothly: what a loud burst does to a low tone has no corners that could be heard.
  @Test func theGainIsSmooth() {
    let rendered = StripBench("MasterStrip").render(
      { $0 == 10_000 ? 8 : 0.5 }, controls(2), frames: 30_000)
    let peak = 10_000 + LookAhead.frames(sampleRate: 44_100)
    let gains = rendered.left.dropFirst(1000).enumerated().filter { abs($0.offset + 1000 - peak) > 1 }.map(\.element)
    // From 0.4 down to 0.055 within 128 frames.
    #expect(StripBench.largestStep(gains) < 0.4 * 2 / 64 * 1.1)
    #expect((gains.min() ?? 1) < 0.06)
  }

  @Test(arguments: builds) func offIsAGain(v3: Bool) {
    let noise = UnitBench.noise(2)
    let rendered = StripBench("MasterStrip", v3: v3).render({ 9 * noise($0) }, controls(0), frames: 4096)
    #expect(rendered.left == (0..<4096).map { 9 * noise($0) * 0.8 })
  }

  /// Between all of them, while a tone plays.
  @Test(arguments: builds) func changingMakesNoClick(v3: Bool) {
    let order: [Float] = [1, 2, 0, 1, 0, 2, 1]
    let rendered = StripBench("MasterStrip", v3: v3).render(
      StripBench.sine(100, 0.5, 44_100),
      [.steady(1), .constant(0.02), .audio { order[$0 / 4000 % order.count] }], frames: 28_000)
    let ownStep = 0.8 * 0.5 * 2 * Double.pi * 100 / 44_100
    // What fades into each other differs by a fifth and by 3 ms of the tone.
    let step = StripBench.largestStep(rendered.left)
    #expect(step < ownStep + 0.5 / 1323, "\(step) of \(ownStep)")
  }
}
