import Foundation
import RealTime
import Testing

/// The units' own functions against those of the C library in Double.
@Suite struct FunctionTests {
  static var builds: [String] { UnitBuilds.runsV3 ? ["baseline", "v3"] : ["baseline"] }

  private func units(_ build: String) -> [UnitDescriptor] { build == "v3" ? UnitBuilds.v3 : UnitBuilds.baseline }

  /// tanh, through the master.
  @Test(arguments: builds) func hyperbolicTangent(build: String) {
    let bench = UnitBench()
    let blocks = 4000
    // ±20, denser around zero.
    func input(_ frame: Int) -> Float {
      let u = Float(frame) / Float(blocks * 32) - 1
      return 20 * u * u * u
    }
    let output = bench.run(
      UnitBuilds.unit("MasterStrip", units(build)),
      [.audio(input), .audio { -input($0) }, .audio { _ in 1 }, .constant(0.02), .constant(1)], blocks: blocks)
    var worst = 0.0
    for frame in output[0].indices {
      let expected = tanh(0.9 * 0.8 * Double(input(frame))) * 0.9
      worst = max(worst, abs(Double(output[0][frame]) - expected), abs(Double(output[1][frame]) + expected))
    }
    #expect(worst <= 5e-7, "\(worst)")
  }

  /// A sine, through the tone, whose envelope is a ramp of 10 ms and a parabola of 500 ms.
  @Test(arguments: builds, [20, 441.3, 997, 15_000, 23_999] as [Float]) func sine(build: String, hertz: Float) {
    let bench = UnitBench(sampleRate: 48_000)
    let output = bench.run(
      UnitBuilds.unit("Tone", units(build)), [.constant(hertz), .constant(1)], blocks: 400, startOffset: 7)[0]
    var worst = 0.0
    for frame in 7..<output.count {
      let at = Double(frame - 7)
      let fall = max(0, 1 - (at - 480) / 24_000)
      let envelope = at <= 480 ? at / 480 : fall * fall
      let phase = (at * Double(hertz) / 48_000).truncatingRemainder(dividingBy: 1)
      worst = max(worst, abs(Double(output[frame]) - sin(2 * .pi * phase) * envelope))
    }
    #expect(worst <= 5e-7, "\(worst)")
    #expect(output[..<7].allSatisfy { $0 == 0 })
    #expect(bench.isDone)
  }

  /// A deck's level and its side of the crossfader are multiplied, each gliding in its own time.
  @Test(arguments: builds) func fadersMultiply(build: String) {
    let bench = UnitBench(sampleRate: 48_000)
    let output = bench.run(
      UnitBuilds.unit("DeckStrip", units(build)),
      [
        .audio { _ in 1 }, .audio { _ in -1 }, .audio { $0 < 64 ? 1 : 0.5 }, .constant(0.01),
        .audio { $0 < 100 ? 1 : 0.25 }, .constant(0.003),
      ], blocks: 12)
    for frame in 0..<768 {
      let level = 1 - 0.5 * min(1, max(0, Double(frame - 63) / 480))
      let crossfade = 1 - 0.75 * min(1, max(0, Double(frame - 99) / 144))
      #expect(abs(Double(output[0][frame]) - level * crossfade) < 2e-7)
    }
  }

  /// A level that jumps glides in a straight line over its time, wherever in a block it jumps.
  @Test(arguments: builds, [0, 1, 17, 63, 64]) func levelsGlide(build: String, jump: Int) {
    let bench = UnitBench(sampleRate: 48_000)
    let output = bench.run(
      UnitBuilds.unit("DeckStrip", units(build)),
      [
        .audio { _ in 1 }, .audio { _ in -1 }, .audio { $0 < 64 + jump ? 0.25 : 1 }, .constant(0.01), .audio { _ in 1 },
        .constant(0.02),
      ], blocks: 12)
    let expected = (0..<768).map { 0.25 + 0.75 * min(1, max(0, Double($0 - (64 + jump) + 1) / 480)) }
    let worst = zip(output[0], expected).reduce(0) { max($0, abs(Double($1.0) - $1.1)) }
    #expect(worst < 2e-7, "\(worst)")
    #expect(output[1] == output[0].map { -$0 })
  }
}
