import CRealTime
public import RealTime

/// A low-pass of second order, without a peak (Butterworth).
public struct LPF: SectionFilter {
  public static let specification = UnitSpecification(
    "LPF", "A second-order Butterworth low-pass.",
    inputs: [
      .init("in", "The signal.", followsUnit: true),
      .init("freq", "Cutoff frequency.", range: 0...192_000, measure: "hertz", standard: 440),
    ],
    outputs: ["filtered"], rates: [.audio, .control],
    source: "Bilinear transform of the analogue prototype; the coefficients are those of scsynth.")

  public static let thunk: UnitThunk = { run($0, $1, $2, $3) }
  public static let startThunk: UnitThunk? = { runStart($0, $1, $2, $3) }

  static var parameterCount: Int { 1 }
  static var start: SectionStart { .prompt }

  var section = Section()
  var values = SIMD4<Float>()
  let radians: Double

  public init(_ preparation: UnitPreparation) { radians = 2 * Double.pi / preparation.valuesPerSecond }

  @inline(__always)
  static func coefficients(_ values: SIMD4<Float>, radians: Double) -> SectionCoefficients {
    let c = 1 / syrinx_tan(Double(values[0]) * radians * 0.5)
    let square = c * c
    let root = c * 1.414_213_562_373_095_1
    let a0 = 1 / (1 + root + square)
    return SectionCoefficients(
      a0: a0, a1: 2 * a0, a2: a0, b1: -2 * (1 - square) * a0, b2: -(1 - root + square) * a0)
  }
}
