import CRealTime
public import RealTime

/// A resonance that rings for a given time.
public struct Ringz: SectionFilter {
  public static let specification = UnitSpecification(
    "Ringz", "A ringing filter, by its decay time.",
    inputs: [
      .init("in", "The signal.", followsUnit: true),
      .init("freq", "Cutoff frequency.", range: 0...192_000, measure: "hertz", standard: 440),
      .init("decaytime", "Time of a decay by 60 dB.", range: -1e6...1e6, measure: "seconds", standard: 1),
    ],
    outputs: ["filtered"], rates: [.audio, .control],
    source: "K. Steiglitz, A note on constant-gain digital resonators, Computer Music Journal 18:4, 1994.")

  public static let thunk: UnitThunk = { run($0, $1, $2, $3) }
  public static let startThunk: UnitThunk? = { runStart($0, $1, $2, $3) }

  static var parameterCount: Int { 2 }
  static var start: SectionStart { .late }
  static var resting: SectionCoefficients { SectionCoefficients(a0: 0.5, a2: -0.5) }

  var section = Section()
  var values = SIMD4<Float>()
  let radians: Double

  public init(_ preparation: UnitPreparation) { radians = 2 * Double.pi / preparation.valuesPerSecond }

  @inline(__always)
  static func coefficients(_ values: SIMD4<Float>, radians: Double) -> SectionCoefficients {
    let turn = Double(values[0]) * radians
    let r = Decaying.factor(seconds: values[1], radians: radians)
    let square = r * r
    let b1 = 2 * r * (2 * r * syrinx_cos(turn)) / (1 + square)
    return SectionCoefficients(a0: 0.5, a1: 0, a2: -0.5, b1: b1, b2: -square)
  }
}
