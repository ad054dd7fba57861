public import RealTime

/// 1 from a trigger until another one resets it.
public struct SetResetFF: TriggeredUnitGenerator {
  public static let specification = UnitSpecification(
    "SetResetFF", "1 from a trigger until another one resets it.",
    inputs: [
      .init("trig", "The trigger: rises above 0."),
      .init("reset", "A trigger that resets: rises above 0."),
    ], outputs: ["state"],
    rates: [.audio, .control])

  public static let thunk: UnitThunk = { run($0, $1, $2, $3) }
  public static let startThunk: UnitThunk? = { runStart($0, $1, $2, $3) }

  static var inputCount: Int { 2 }
  static var hasReset: Bool { true }

  let inputs: UnitInputs
  var last: Float = 0
  var lastReset: Float = 0
  private var level: Float = 0

  public init(_ preparation: UnitPreparation) { inputs = UnitInputs(preparation) }

  @inline(__always)
  var held: Float { level }

  mutating func next(_ trigger: Float, _ reset: Float) -> Float {
    if lastReset <= 0 && reset > 0 {
      level = 0
    } else if last <= 0 && trigger > 0 {
      level = 1
    }
    last = trigger
    lastReset = reset
    return level
  }
}
