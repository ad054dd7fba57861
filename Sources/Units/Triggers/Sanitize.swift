public import RealTime

/// Puts another value in the place of what is no number, infinite or denormal.
public struct Sanitize: FrameUnitGenerator {
  public static let specification = UnitSpecification(
    "Sanitize", "Puts another value in the place of what is no number, infinite or denormal.",
    inputs: [
      .init("in", "The signal."),
      .init("replace", "What stands in its place."),
    ], outputs: ["signal"],
    rates: [.audio, .control])

  public static let thunk: UnitThunk = { run($0, $1, $2, $3) }
  public static let startThunk: UnitThunk? = { runStart($0, $1, $2, $3) }

  static var inputCount: Int { 2 }

  let inputs: UnitInputs

  public init(_ preparation: UnitPreparation) { inputs = UnitInputs(preparation) }

  mutating func next(_ signal: Float, _ replacement: Float) -> Float {
    BadValue(signal) == .none ? signal : replacement
  }
}
