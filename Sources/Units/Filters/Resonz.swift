import CRealTime
public import RealTime

/// A resonance with a constant gain at its peak.
public struct Resonz: SectionFilter {
  public static let specification = UnitSpecification(
    "Resonz", "A resonant filter of constant peak gain.",
    inputs: [
      .init("in", "The signal.", followsUnit: true),
      .init("freq", "Cutoff frequency.", range: 0...192_000, measure: "hertz", standard: 440),
      .init("bwr", "Bandwidth over centre frequency.", range: 0...1_000, standard: 1),
    ],
    outputs: ["filtered"], rates: [.audio, .control],
    source: "K. Steiglitz, A note on constant-gain digital resonators, Computer Music Journal 18:4, 1994.")

  public static let thunk: UnitThunk = { run($0, $1, $2, $3) }
  public static let startThunk: UnitThunk? = { runStart($0, $1, $2, $3) }

  static var parameterCount: Int { 2 }
  static var start: SectionStart { .late }

  var section = Section()
  var values = SIMD4<Float>()
  let radians: Double

  public init(_ preparation: UnitPreparation) { radians = 2 * Double.pi / preparation.valuesPerSecond }

  @inline(__always)
  static func coefficients(_ values: SIMD4<Float>, radians: Double) -> SectionCoefficients {
    let turn = Double(values[0]) * radians
    let r = 1 - turn * Double(values[1]) * 0.5
    let square = r * r
    let a0 = (1 - square) * 0.5
    let b1 = 2 * r * (2 * r * syrinx_cos(turn)) / (1 + square)
    return SectionCoefficients(a0: a0, a1: 0, a2: -a0, b1: b1, b2: -square)
  }
}
