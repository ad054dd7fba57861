import CRealTime
public import RealTime

/// A band-pass of second order.
public struct BPF: SectionFilter {
  public static let specification = UnitSpecification(
    "BPF", "A second-order Butterworth band-pass.",
    inputs: [
      .init("in", "The signal.", followsUnit: true),
      .init("freq", "Cutoff frequency.", range: 0...192_000, measure: "hertz", standard: 440),
      .init("rq", "The reciprocal of Q.", range: 0...1_000, standard: 1),
    ],
    outputs: ["filtered"], rates: [.audio, .control],
    source: "Bilinear transform of the analogue prototype; the coefficients are those of scsynth.")

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
    let c = 1 / syrinx_tan(Double(values[1]) * turn * 0.5)
    let a0 = 1 / (1 + c)
    return SectionCoefficients(a0: a0, a1: 0, a2: -a0, b1: c * 2 * syrinx_cos(turn) * a0, b2: (1 - c) * a0)
  }
}
