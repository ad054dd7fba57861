public import RealTime

/// Counts triggers.
public struct PulseCount: TriggeredUnitGenerator {
  public static let specification = UnitSpecification(
    "PulseCount", "Counts triggers.",
    inputs: [
      .init("trig", "The trigger: rises above 0."),
      .init("reset", "A trigger that resets: rises above 0."),
    ], outputs: ["count"],
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
      level += 1
    }
    last = trigger
    lastReset = reset
    return level
  }
}
