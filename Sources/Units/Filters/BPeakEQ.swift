import CRealTime
public import RealTime

/// A bell by the cookbook.
public struct BPeakEQ: SectionFilter {
  public static let specification = UnitSpecification(
    "BPeakEQ", "Raises or lowers a band.",
    inputs: [
      .init("in", "The signal.", followsUnit: true),
      .init("freq", "Centre frequency.", range: 0...192_000, measure: "hertz", standard: 1200),
      .init("rq", "The reciprocal of Q.", range: 0...1_000, standard: 1),
      .init("db", "Gain.", range: -96...96, measure: "decibels"),
    ],
    outputs: ["filtered"], rates: [.audio, .control],
    source: "R. Bristow-Johnson, Cookbook formulae for audio equalizer biquad filter coefficients.")

  public static let thunk: UnitThunk = { run($0, $1, $2, $3) }
  public static let startThunk: UnitThunk? = { runStart($0, $1, $2, $3) }

  static var parameterCount: Int { 3 }
  static var start: SectionStart { .prompt }

  var section = Section()
  var values = SIMD4<Float>()
  let radians: Double

  public init(_ preparation: UnitPreparation) { radians = 2 * Double.pi / preparation.valuesPerSecond }

  @inline(__always)
  static func coefficients(_ values: SIMD4<Float>, radians: Double) -> SectionCoefficients {
    let turn = Double(values[0]) * radians
    let cosine = syrinx_cos(turn)
    let a = syrinx_pow(10, Double(values[2]) * 0.025)
    let alpha = syrinx_sin(turn) * 0.5 * Double(values[1])
    let unity = 1 / (1 + alpha / a)
    let b1 = 2 * cosine * unity
    return SectionCoefficients(
      a0: (1 + alpha * a) * unity, a1: -b1, a2: (1 - alpha * a) * unity, b1: b1, b2: (alpha / a - 1) * unity)
  }
}
