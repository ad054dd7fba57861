import CRealTime
public import RealTime

/// A low shelf by the cookbook.
public struct BLowShelf: SectionFilter {
  public static let specification = UnitSpecification(
    "BLowShelf", "Raises or lowers all below a frequency.",
    inputs: [
      .init("in", "The signal.", followsUnit: true),
      .init("freq", "Centre of the slope.", range: 0...192_000, measure: "hertz", standard: 1200),
      .init("rs", "The reciprocal of the slope.", range: 0...1_000, standard: 1),
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
    let sum = (a + 1) * cosine
    let difference = (a - 1) * cosine
    let alpha = syrinx_sin(turn) * 0.5 * syrinx_sqrt((a + 1 / a) * (Double(values[1]) - 1) + 2)
    let k = 2 * syrinx_sqrt(a) * alpha
    let unity = 1 / ((a + 1) + difference + k)
    return SectionCoefficients(
      a0: a * ((a + 1) - difference + k) * unity, a1: 2 * a * ((a - 1) - sum) * unity,
      a2: a * ((a + 1) - difference - k) * unity, b1: 2 * ((a - 1) + sum) * unity,
      b2: -((a + 1) + difference - k) * unity)
  }
}
