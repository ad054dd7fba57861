import Control
import RealTime
import Testing

/// PV_Freeze, which SuperCollider's server has only with other people's plug-ins: no peer, so what it is for.
@Suite struct SpectralHoldTests {
  /// A tone of half a second goes through a chain that holds from 0.3 s on, or never.
  private func render(holds: Bool, baseline: Bool) throws -> [Float] {
    let studio = try InstrumentStudio(sampleRate: 48_000, baseline: baseline)
    _ = try studio.makeMemory(frames: 2048, channels: 1, number: 0)
    var def = SynthDefBuilder("hold")
    let tone = def.unit("SinOsc", [.constant(1000), .constant(0)])[0]
    let time = def.unit("Line", rate: .control, [.constant(0), .constant(2), .constant(2), .constant(0)])[0]
    let sounds = def.unit("BinaryOpUGen", rate: .control, [time, .constant(0.5)], specialIndex: 8)[0]
    let sound = def.unit("BinaryOpUGen", [tone, sounds], specialIndex: 2)[0]
    let held = def.unit("BinaryOpUGen", rate: .control, [time, .constant(holds ? 0.3 : 9)], specialIndex: 9)[0]
    let chain = def.unit(
      "FFT", rate: .control,
      [.constant(0), sound, .constant(0.25), .constant(1), .constant(1), .constant(0)])[0]
    let frozen = def.unit("PV_Freeze", rate: .control, [chain, held])[0]
    let out = def.unit("IFFT", [frozen, .constant(1), .constant(0)])[0]
    def.unit("Out", [.constant(0), out, out], outputs: 0)
    try studio.add(def.build(), atFrame: 0)
    return studio.record(seconds: 1.5).left
  }

  @Test(arguments: UnitBuilds.runsV3 ? [true, false] : [true]) func holdsTheTone(baseline: Bool) throws {
    let held = try render(holds: true, baseline: baseline)
    let free = try render(holds: false, baseline: baseline)
    func level(_ samples: ArraySlice<Float>) -> Double { samples.reduce(0) { $0 + Double($1 * $1) } }
    // Through a Hann window twice, four times a window: half as loud again as it came.
    let before = level(held[9600..<14_400])
    let after = level(held[48_000..<52_800])
    #expect(before > 100)
    #expect(abs(after / before - 1) < 0.1, "\(before), then \(after)")
    #expect(level(free[48_000..<52_800]) < 1e-6 * before)
    let spectrum = InstrumentSpectrum(held[45_000...], sampleRate: 48_000)
    #expect(abs(spectrum.peak(800..<1200) - 1000) < 2)
  }
}
