public import RealTime

/// Follows a signal while a gate is open, and holds its last value while it is closed.
public struct Gate: FrameUnitGenerator {
  public static let specification = UnitSpecification(
    "Gate", "Follows a signal while a gate is open, and holds its last value while it is closed.",
    inputs: [
      .init("in", "The signal."),
      .init("trig", "The gate: open above 0."),
    ], outputs: ["gated"],
    rates: [.audio, .control])

  public static let thunk: UnitThunk = { run($0, $1, $2, $3) }
  public static let startThunk: UnitThunk? = { runStart($0, $1, $2, $3) }

  static var inputCount: Int { 2 }

  let inputs: UnitInputs
  private var level: Float = 0

  public init(_ preparation: UnitPreparation) { inputs = UnitInputs(preparation) }

  mutating func next(_ signal: Float, _ gate: Float) -> Float {
    if gate > 0 { level = signal }
    return level
  }
}
