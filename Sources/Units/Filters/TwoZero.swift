import CRealTime
public import RealTime

/// A section of two conjugate zeros.
public struct TwoZero: SectionFilter {
  public static let specification = UnitSpecification(
    "TwoZero", "Two zeros, by frequency and radius.",
    inputs: [
      .init("in", "The signal.", followsUnit: true),
      .init("freq", "Frequency.", range: 0...192_000, measure: "hertz", standard: 440),
      .init("radius", "Radius.", range: -1...1, standard: 0.8),
    ],
    outputs: ["filtered"], rates: [.audio, .control])

  public static let thunk: UnitThunk = { run($0, $1, $2, $3) }
  public static let startThunk: UnitThunk? = { runStart($0, $1, $2, $3) }

  static var parameterCount: Int { 2 }
  static var isForward: Bool { true }
  static var start: SectionStart { .late }
  static var resting: SectionCoefficients { SectionCoefficients(a0: 1) }

  var section = Section()
  var values = SIMD4<Float>()
  let radians: Double

  public init(_ preparation: UnitPreparation) { radians = 2 * Double.pi / preparation.valuesPerSecond }

  @inline(__always)
  static func coefficients(_ values: SIMD4<Float>, radians: Double) -> SectionCoefficients {
    let r = Double(values[1])
    return SectionCoefficients(a0: 1, a1: -2 * r * syrinx_cos(Double(values[0]) * radians), a2: r * r)
  }
}
