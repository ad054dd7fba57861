import Foundation
import RealTime
import Testing

/// The three bands: their gains, their slopes, their sum, and that nothing clicks.
@Suite struct IsolatorTests {
  static let rates = [44_100.0, 48_000, 96_000, 192_000]
  static let builds = UnitBuilds.runsV3 ? [false, true] : [false]

  private func controls(_ low: Float, _ mid: Float, _ high: Float) -> [UnitBench.Signal] {
    [.steady(low), .steady(mid), .steady(high), .constant(0.02)]
  }

  @Test(arguments: rates, builds) func bandsAddUpToAnAllpass(rate: Double, v3: Bool) {
    let response = StripBench("Isolator", sampleRate: rate, v3: v3).response(controls(0.5, 0.5, 0.5))
    for step in 0...60 {
      let hertz = 20 * pow(1000, Double(step) / 60)
      let gain = response.gain(hertz)
      #expect(abs(gain + 6.0206) < 0.01, "\(gain) dB at \(hertz) Hz")
    }
  }

  @Test(arguments: rates, builds) func aKilledBandIsGone(rate: Double, v3: Bool) {
    let bench = StripBench("Isolator", sampleRate: rate, v3: v3)
    let low = bench.response(controls(0, 1, 1))
    for hertz in [20.0, 40, 60, 100] { #expect(low.gain(hertz) < -60, "\(low.gain(hertz)) dB at \(hertz) Hz") }
    for hertz in [500.0, 1000, 5000, 15_000] { #expect(abs(low.gain(hertz)) < 0.1) }
    let mid = bench.response(controls(1, 0, 1))
    for hertz in [650.0, 790, 950] { #expect(mid.gain(hertz) < -60, "\(mid.gain(hertz)) dB at \(hertz) Hz") }
    for hertz in [40.0, 120, 5000, 15_000] { #expect(abs(mid.gain(hertz)) < 0.1) }
    let high = bench.response(controls(1, 1, 0))
    for hertz in [6200.0, 8000, 12_000, 18_000] {
      #expect(high.gain(hertz) < -60, "\(high.gain(hertz)) dB at \(hertz) Hz")
    }
    for hertz in [40.0, 300, 1200] { #expect(abs(high.gain(hertz)) < 0.1) }
  }

  /// Half the amplitude at the crossover, 48 dB an octave beyond it.
  @Test(arguments: builds) func crossoversAreSteep(v3: Bool) {
    let bench = StripBench("Isolator", v3: v3)
    let low = bench.response(controls(1, 0, 0))
    let high = bench.response(controls(0, 0, 1))
    let mid = bench.response(controls(0, 1, 0))
    #expect(abs(low.gain(250) + 6.02) < 0.05 && abs(mid.gain(250) + 6.02) < 0.05)
    #expect(abs(high.gain(2500) + 6.02) < 0.05 && abs(mid.gain(2500) + 6.02) < 0.05)
    #expect(abs(low.gain(500) - low.gain(1000) - 48) < 1)
    #expect(abs(high.gain(1250) - high.gain(625) - 48) < 2)
    #expect(abs(mid.gain(125) - mid.gain(62.5) - 48) < 1)
  }

  @Test(arguments: builds) func gainsAreGains(v3: Bool) {
    let response = StripBench("Isolator", v3: v3).response(controls(2, 0.25, 0.0631))
    #expect(abs(response.gain(60) - 6.02) < 0.02)
    #expect(abs(response.gain(790) + 12.04) < 0.02)
    #expect(abs(response.gain(12_000) + 24) < 0.02)
  }

  /// To the bit, before anything was turned and after all has been turned back.
  @Test(arguments: builds) func flatIsUntouched(v3: Bool) {
    let sound = UnitBench.noise(5)
    let turned: UnitBench.Signal = .audio { (4000..<12_000).contains($0) ? 0 : 1 }
    let rendered = StripBench("Isolator", v3: v3).render(
      sound, [turned, .steady(1), .steady(1), .constant(0.02)], frames: 20_000)
    let input = (0..<20_000).map(sound)
    #expect(rendered.left[..<4000] == input[..<4000])
    #expect(rendered.left[4000..<12_000] != input[4000..<12_000])
    // 20 ms to glide, 30 ms to fade.
    #expect(rendered.left[14_300...] == input[14_300...])
    #expect(rendered.right == rendered.left.map { -$0 })
  }

  /// A change takes hold at its frame, neither before nor a block later.
  @Test(arguments: [0, 1, 31, 63]) func changesAreExactToTheFrame(offset: Int) {
    let sound = UnitBench.noise(5)
    let at = 1280 + offset
    let rendered = StripBench("Isolator").render(
      sound, [.audio { $0 < at ? 1 : 0 }, .steady(1), .steady(1), .constant(0)], frames: 2560)
    let first = (0..<2560).first { rendered.left[$0] != sound($0) }
    #expect(first == at)
  }

  /// A low tone whose band jumps to and fro: no step beyond what the tone, the glide and the fade make together.
  @Test(arguments: builds, [60.0, 250, 1000]) func turningMakesNoClick(v3: Bool, hertz: Double) {
    let amplitude = 0.5
    let gains: [Float] = [1, 0, 2, 0.3, 0, 1, 0.06]
    func gain(_ shift: Int) -> UnitBench.Signal { .audio { gains[($0 / 1777 + shift) % gains.count] } }
    let rendered = StripBench("Isolator", v3: v3).render(
      StripBench.sine(hertz, amplitude, 44_100), [gain(0), gain(2), gain(5), .constant(0.02)], frames: 60_000)
    let ownStep = 2 * amplitude * 2 * Double.pi * hertz / 44_100
    // Two bands of the tone may glide by 2 in 882 frames, while the sum fades in over 1323.
    let limit = 1.2 * ownStep + 2 * amplitude * 2 / 882 + 3 * amplitude / 1323
    let step = StripBench.largestStep(rendered.left)
    #expect(step < limit, "\(step) of \(limit)")
  }

  /// Nothing drifts at 0 Hz, and what has died away is exactly nothing.
  @Test(arguments: builds) func directCurrent(v3: Bool) {
    let bench = StripBench("Isolator", v3: v3)
    let killed = bench.render({ _ in 0.5 }, controls(0, 1, 1), frames: 88_200)
    #expect(killed.left.suffix(1000).allSatisfy { abs($0) < 1e-6 })
    let passed = bench.render({ _ in 0.5 }, controls(0.5, 1, 1), frames: 441_000)
    #expect(passed.left.suffix(1000).allSatisfy { abs($0 - 0.25) < 1e-6 })
  }
}
