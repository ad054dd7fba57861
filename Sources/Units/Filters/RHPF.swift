import CRealTime
public import RealTime

/// A resonant high-pass.
public struct RHPF: SectionFilter {
  public static let specification = UnitSpecification(
    "RHPF", "A resonant high-pass of second order.",
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
    let d = syrinx_tan(turn * max(0.001, Double(values[1])) * 0.5)
    let c = (1 - d) / (1 + d)
    let b1 = (1 + c) * syrinx_cos(turn)
    return SectionCoefficients(a0: 1, a1: -2, a2: 1, b1: b1, b2: -c, gain: (1 + c + b1) * 0.25)
  }
}
