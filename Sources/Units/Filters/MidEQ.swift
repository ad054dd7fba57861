import CRealTime
public import RealTime

/// A parametric equaliser of one band.
public struct MidEQ: SectionFilter {
  public static let specification = UnitSpecification(
    "MidEQ", "Raises or lowers a band.",
    inputs: [
      .init("in", "The signal.", followsUnit: true),
      .init("freq", "Cutoff frequency.", range: 0...192_000, measure: "hertz", standard: 440),
      .init("rq", "The reciprocal of Q.", range: 0...1_000, standard: 1),
      .init("db", "Gain of the band.", range: -96...96, measure: "decibels"),
    ],
    outputs: ["filtered"], rates: [.audio, .control],
    source: "Bilinear transform of the analogue prototype; the coefficients are those of scsynth.")

  public static let thunk: UnitThunk = { run($0, $1, $2, $3) }
  public static let startThunk: UnitThunk? = { runStart($0, $1, $2, $3) }

  static var parameterCount: Int { 3 }
  static var start: SectionStart { .late }
  static var resting: SectionCoefficients { SectionCoefficients(through: 1) }

  var section = Section()
  var values = SIMD4<Float>()
  let radians: Double

  public init(_ preparation: UnitPreparation) { radians = 2 * Double.pi / preparation.valuesPerSecond }

  @inline(__always)
  static func coefficients(_ values: SIMD4<Float>, radians: Double) -> SectionCoefficients {
    let turn = Double(values[0]) * radians
    let gain = Double(syrinx_powf(10, values[2] * 0.05)) - 1
    let c = 1 / syrinx_tan(Double(values[1]) * turn * 0.5)
    let a0 = 1 / (1 + c)
    return SectionCoefficients(
      a0: a0 * gain, a1: 0, a2: -a0 * gain, b1: c * 2 * syrinx_cos(turn) * a0, b2: (1 - c) * a0, through: 1)
  }
}
