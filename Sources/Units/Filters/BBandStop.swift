import CRealTime
public import RealTime

/// A band-stop by the cookbook.
public struct BBandStop: SectionFilter {
  public static let specification = UnitSpecification(
    "BBandStop", "A band-stop of second order.",
    inputs: [
      .init("in", "The signal.", followsUnit: true),
      .init("freq", "Centre frequency.", range: 0...192_000, measure: "hertz", standard: 1200),
      .init("bw", "Bandwidth.", range: 0...20, measure: "octaves", standard: 1),
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
    let alpha = bandwidthAlpha(turn, octaves: Double(values[1]))
    let unity = 1 / (1 + alpha)
    let b1 = 2 * cosine * unity
    return SectionCoefficients(a0: unity, a1: -b1, a2: unity, b1: b1, b2: (alpha - 1) * unity)
  }
}
