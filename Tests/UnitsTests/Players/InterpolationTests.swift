import Foundation
import RealTime
import Testing

/// What interpolation adds to a sound, and what it leaves of it.
@Suite struct InterpolationTests {
  static let semitone = InterpolationPage.semitone

  /// Decibels of signal over noise that each has at least at 1, 5, 10 and 15 kHz, a semitone up.
  static let floors: [(Resampler, [Double])] = [
    (.cubic, [89, 46, 26, 13]), (.sinc16, [90, 90, 90, 78]), (.sinc32, [120, 120, 120, 115]),
    (.sinc64, [120, 120, 120, 120]), (.soxrHigh, [120, 120, 120, 120]),
  ]

  @Test(arguments: floors) func signalToNoise(resampler: Resampler, floors: [Double]) throws {
    for (hertz, floor) in zip(InterpolationPage.hertz, floors) {
      for units in UnitBuilds.running {
        let fit = try resampler.fit(hertz: hertz, rate: Self.semitone, units: units)
        #expect(fit.signalToNoise > floor, "\(resampler), \(hertz) Hz: \(fit.signalToNoise) dB")
      }
    }
  }

  /// The files' own level up to 15 kHz, at any rate up to a semitone; sinc16 begins to fall there.
  @Test(arguments: [Resampler.sinc16, .sinc32, .sinc64], [0.25, 0.7, 0.979, 1, 1.0594631]) func level(
    resampler: Resampler, rate: Double
  ) throws {
    for hertz in [20.0, 1000, 10_000, 15_000] {
      let level = 20 * log10(try resampler.fit(hertz: hertz, rate: rate).amplitude / 0.5)
      let bound = resampler == .sinc16 && hertz > 10_000 ? 0.05 : 0.001
      #expect(abs(level) < bound, "\(resampler), \(hertz) Hz at \(rate): \(level) dB")
    }
  }

  /// Tones that lie above half the device's sample rate once they are sped up: nothing of them is left, nor of what
  /// cubic makes of them.
  @Test(
    arguments: [
      (15_000, 2), (18_000, 2), (21_000, 1.5), (20_500, 1.7), (12_500, 3), (9000, 4), (5000, 7), (4000, -8),
      (21_000, -2.2),
    ] as [(Double, Double)]) func nothingAliases(hertz: Double, rate: Double) throws
  {
    let (sinc32, sinc64) = (
      try Resampler.sinc32.alias(hertz: hertz, rate: rate), try Resampler.sinc64.alias(hertz: hertz, rate: rate)
    )
    #expect(sinc32 < -90 && (sinc64 < -90 || abs(rate) > 7), "\(sinc32), \(sinc64) dB")
    #expect(try Resampler.soxrHigh.alias(hertz: hertz, rate: abs(rate)) < -90)
    #expect(try Resampler.cubic.alias(hertz: hertz, rate: rate) > -30)
  }

  /// A player at a rate and libsoxr sound the same file the same, to what each of them leaves.
  @Test(arguments: [0.5, 0.979, 1.5, 2]) func asLibsoxr(rate: Double) throws {
    let rates = rate > 1 ? rate : 1
    let tones = [311.0, 2000, 7000].map { Resampler.sine($0 / rates, frames: 60_000) }
    let music = (0..<60_000).map { frame in tones.reduce(0) { $0 + $1[frame] } / 3 }
    let ours = try Resampler.sinc32.read(music, rate: rate)
    let theirs = try Resampler.soxrVeryHigh.read(music, rate: rate)
    var (signal, difference) = (0.0, 0.0)
    for frame in 2000..<theirs.count - 2000 {
      signal += Double(theirs[frame]) * Double(theirs[frame])
      difference += pow(Double(theirs[frame]) - Double(ours[frame]), 2)
    }
    #expect(10 * log10(difference / signal) < -110)
  }

  /// Between the samples: the windowed sinc, computed in Double at the exact positions.
  @Test(arguments: [0.979, 0.25, -0.6, 1.0594631, 1.5, 3.7, -9] as [Float], [1, 2]) func exactPhase(
    rate: Float, channels: Int
  ) {
    let noise = UnitBench.noise(11)
    var player = PlayerBench((0..<3001 * channels).map { noise($0) }, channels: channels)
    let position = rate < 0 ? 3000.0 : 0
    let step = (Double(rate) * 4_294_967_296).rounded() / 4_294_967_296
    for interpolation in [Interpolation.sinc16, .sinc32] {
      player.inputs = [
        "rate": { _ in rate }, "quality": { _ in Float(interpolation.rawValue) }, "start": { _ in 3001 },
      ]
      if rate > 0 { player.inputs["start"] = { _ in 0 } }
      let output = player.render(3000)
      let kernel = SincReference(interpolation, rate: abs(Double(rate)))
      for channel in 0..<channels {
        var (signal, difference) = (0.0, 0.0)
        // From where the join of the beginning has died away.
        for frame in 400..<3000 {
          let at = position + step * Double(frame)
          let expected = kernel.value(at: at) { index in
            // Before it has gone around once, nothing lies before the first frame.
            let isBefore = rate > 0 && at < 3001 && index < 0
            return Double(player.samples[(isBefore ? 0 : (index % 3001 + 3001) % 3001) * channels + channel])
          }
          signal += expected * expected
          difference += pow(expected - Double(output[channel][frame]), 2)
        }
        // Above rate 2 the sums of the parts are each made 1, which for the short kernel is a little less the same.
        let bound = interpolation == .sinc16 && abs(rate) > 2 ? -90.0 : -105
        #expect(10 * log10(difference / signal) < bound, "\(interpolation), channel \(channel)")
      }
    }
  }

  /// Samples that are no numbers are silence, and leave nothing behind.
  @Test(arguments: Resampler.ours, [.nan, .infinity, -.infinity] as [Float]) func noNumbers(
    resampler: Resampler, value: Float
  ) throws {
    var samples = Resampler.sine(441, frames: 4000)
    let clean = samples
    for frame in [0, 700, 701, 1500, 3999] { samples[frame] = value }
    for rate in [1, 0.9, 1.7, -1, 5] {
      let output = try resampler.read(samples, rate: rate)
      #expect(output.allSatisfy { $0.isFinite })
      guard rate == 0.9 else { continue }
      let whole = try resampler.read(clean, rate: rate)
      #expect(zip(output[1000..<1600], whole[1000..<1600]).allSatisfy { abs($0 - $1) < 1e-6 })
    }
  }

  /// A rate that is no number holds still, and goes on from there.
  @Test(arguments: [.nan, .infinity, -.infinity] as [Float]) func rateThatIsNone(value: Float) {
    var player = PlayerBench(PlayerBench.numbered(5000))
    player.inputs = ["rate": { $0 < 501 ? 1 : $0 < 1001 ? value : 1 }]
    let output = player.render(3000)[0]
    #expect(output.allSatisfy { $0.isFinite })
    if value.isNaN { #expect(difference(Array(output[1001...]), Array(player.samples[501..<2500])) == nil) }
  }

  /// Sixteen-bit samples sound as the floats that they stand for, to the bit.
  @Test(arguments: Resampler.ours, [1, 2]) func sixteenBits(resampler: Resampler, channels: Int) {
    let noise = UnitBench.noise(21)
    let integers = (0..<2500 * channels).map { Int16(noise($0) * 65_000) }
    var player = PlayerBench(integers.map { Float($0) / 32_768 }, channels: channels)
    for rate in [1, 0.979, 1.3, -1.1, 2.7] as [Float] {
      let quality = Interpolation(name: "\(resampler)") ?? .standard
      player.inputs = ["rate": { _ in rate }, "quality": { _ in Float(quality.rawValue) }]
      player.integers = nil
      let floats = player.render(5000)
      player.integers = integers
      let output = player.render(5000)
      #expect(difference(output[0], floats[0]) == nil && difference(output[1], floats[1]) == nil, "rate \(rate)")
    }
  }

  /// The page tells what was measured.
  @Test func thePageIsUpToDate() throws {
    let page = try InterpolationPage.text()
    if ProcessInfo.processInfo.environment["SYRINX_WRITE_DOCUMENTATION"] != nil {
      try page.write(to: InterpolationPage.file, atomically: true, encoding: .utf8)
    }
    let written = try String(contentsOf: InterpolationPage.file, encoding: .utf8)
    func numbers(_ text: String) -> [Int] { text.matches(of: /-?\d+/).compactMap { Int($0.0) } }
    let (now, then) = (numbers(page), numbers(written))
    let isSame = now.count == then.count && zip(now, then).allSatisfy { abs($0 - $1) <= 1 }
    #expect(isSame, "run make docs: \(InterpolationPage.file.lastPathComponent) tells something else")
  }
}
