public import RealTime

/// A low-pass of one zero: the mean of two frames.
public struct LPZ1: SectionFilter {
  public static let specification = UnitSpecification(
    "LPZ1", "The mean of this frame and the one before.",
    inputs: [
      .init("in", "The signal.", followsUnit: true)
    ],
    outputs: ["filtered"], rates: [.audio, .control])

  public static let thunk: UnitThunk = { run($0, $1, $2, $3) }
  public static let startThunk: UnitThunk? = { runStart($0, $1, $2, $3) }

  static var parameterCount: Int { 0 }
  static var isForward: Bool { true }
  static var start: SectionStart { .filled }

  var section = Section()
  var values = SIMD4<Float>()
  let radians = 0.0

  public init(_ preparation: UnitPreparation) {}

  @inline(__always)
  static func coefficients(_ values: SIMD4<Float>, radians: Double) -> SectionCoefficients {
    SectionCoefficients(a0: 0.5, a1: 0.5, a2: 0)
  }
}
