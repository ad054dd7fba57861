import CRealTime
public import RealTime

/// A high-pass by the cookbook.
public struct BHiPass: SectionFilter {
  public static let specification = UnitSpecification(
    "BHiPass", "A high-pass of second order.",
    inputs: [
      .init("in", "The signal.", followsUnit: true),
      .init("freq", "Cutoff frequency.", range: 0...192_000, measure: "hertz", standard: 1200),
      .init("rq", "The reciprocal of Q.", range: 0...1_000, standard: 1),
    ],
    outputs: ["filtered"], rates: [.audio, .control],
    source: "R. Bristow-Johnson, Cookbook formulae for audio equalizer biquad filter coefficients.")

  public static let thunk: UnitThunk = { run($0, $1, $2, $3) }
  public static let startThunk: UnitThunk? = { runStart($0, $1, $2, $3) }

  static var parameterCount: Int { 2 }
  static var start: SectionStart { .prompt }

  var section = Section()
  var values = SIMD4<Float>()
  let radians: Double

  public init(_ preparation: UnitPreparation) { radians = 2 * Double.pi / preparation.valuesPerSecond }

  @inline(__always)
  static func coefficients(_ values: SIMD4<Float>, radians: Double) -> SectionCoefficients {
    let turn = Double(values[0]) * radians
    let cosine = syrinx_cos(turn)
    let alpha = syrinx_sin(turn) * 0.5 * Double(values[1])
    let unity = 1 / (1 + alpha)
    let a0 = (1 + cosine) * 0.5 * unity
    return SectionCoefficients(a0: a0, a1: -2 * a0, a2: a0, b1: 2 * cosine * unity, b2: (alpha - 1) * unity)
  }
}
