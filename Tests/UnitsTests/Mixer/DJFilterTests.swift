import Foundation
import RealTime
import Testing

/// The filter on one knob.
@Suite struct DJFilterTests {
  static let builds = UnitBuilds.runsV3 ? [false, true] : [false]

  private func controls(_ position: Float, _ resonance: Float) -> [UnitBench.Signal] {
    [.steady(position), .steady(resonance), .constant(0.03)]
  }

  /// The corner that a position means.
  private func corner(_ position: Double) -> Double {
    position < 0 ? 20_000 * pow(60.0 / 20_000, -position) : 20 * pow(500, position)
  }

  @Test(arguments: builds, [-1, -0.75, -0.5, -0.25] as [Float]) func leftIsALowPass(v3: Bool, position: Float) {
    let response = StripBench("DJFilter", v3: v3).response(controls(position, 0))
    let corner = corner(Double(position))
    #expect(abs(response.gain(corner) + 3.01) < 0.15, "\(response.gain(corner)) dB at \(corner) Hz")
    #expect(abs(response.gain(corner / 8)) < 0.05)
    if corner < 2000 { #expect(abs(response.gain(corner * 2) - response.gain(corner * 4) - 24) < 1) }
  }

  @Test(arguments: builds, [0.25, 0.5, 0.75, 1] as [Float]) func rightIsAHighPass(v3: Bool, position: Float) {
    let response = StripBench("DJFilter", v3: v3).response(controls(position, 0))
    let corner = corner(Double(position))
    #expect(abs(response.gain(corner) + 3.01) < 0.15, "\(response.gain(corner)) dB at \(corner) Hz")
    #expect(abs(response.gain(min(20_000, corner * 8))) < 0.1)
    #expect(abs(response.gain(corner / 4) - response.gain(corner / 8) - 24) < 1)
  }

  @Test(arguments: builds, [-0.6, 0.6] as [Float]) func resonanceStandsOut(v3: Bool, position: Float) {
    let corner = corner(Double(position))
    for (resonance, gain) in [(Float(0), -3.01), (0.5, 6.02), (1, 15.05)] {
      let measured = StripBench("DJFilter", v3: v3).response(controls(position, resonance)).gain(corner)
      #expect(abs(measured - gain) < 0.3, "\(measured) dB at resonance \(resonance)")
    }
  }

  /// To the bit in the middle, before and after.
  @Test(arguments: builds) func theMiddleIsUntouched(v3: Bool) {
    let sound = UnitBench.noise(9)
    let rendered = StripBench("DJFilter", v3: v3).render(
      sound, [.audio { (4000..<9000).contains($0) ? ($0 < 6000 ? -0.8 : 0.7) : 0 }, .steady(0.4), .constant(0.03)],
      frames: 16_000)
    let input = (0..<16_000).map(sound)
    #expect(rendered.left[..<4000] == input[..<4000])
    #expect(rendered.left[4000..<9000] != input[4000..<9000])
    #expect(rendered.left[10_400...] == input[10_400...])
  }

  /// Turned to and fro, from end to end and through the middle.
  @Test(arguments: builds, [0, 0.2, 0.6] as [Float]) func turningMakesNoClick(v3: Bool, resonance: Float) {
    let positions: [Float] = [0, -1, 0, 1, -0.5, 0.5, -1, 1, 0.01, -0.01]
    let rendered = StripBench("DJFilter", v3: v3).render(
      StripBench.sine(200, 0.5, 44_100),
      [.audio { positions[$0 / 2222 % positions.count] }, .steady(resonance), .constant(0.03)], frames: 60_000)
    let ownStep = 0.5 * 2 * Double.pi * 200 / 44_100
    // The corner sweeps over the tone and rings as loud as the resonance lets it.
    let peak = max(1, 0.707 * pow(2, 3 * Double(resonance)))
    let step = StripBench.largestStep(rendered.left)
    #expect(step < 3 * peak * ownStep, "\(step / ownStep) times the tone's own")
  }
}
