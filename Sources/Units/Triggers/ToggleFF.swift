public import RealTime

/// 0 and 1 in turn, changing at each trigger.
public struct ToggleFF: TriggeredUnitGenerator {
  public static let specification = UnitSpecification(
    "ToggleFF", "0 and 1 in turn, changing at each trigger.",
    inputs: [
      .init("trig", "The trigger: rises above 0.")
    ], outputs: ["state"],
    rates: [.audio, .control])

  public static let thunk: UnitThunk = { run($0, $1, $2, $3) }
  public static let startThunk: UnitThunk? = { runStart($0, $1, $2, $3) }

  static var inputCount: Int { 1 }

  let inputs: UnitInputs
  var last: Float = 0
  private var level: Float = 0

  public init(_ preparation: UnitPreparation) { inputs = UnitInputs(preparation) }

  public mutating func start(_ context: UnsafePointer<RenderContext>, _ wires: Wires) {
    wires[Self.inputCount].pointee = 0
  }

  @inline(__always)
  var held: Float { level }

  mutating func next(_ trigger: Float, _: Float) -> Float {
    if last <= 0 && trigger > 0 { level = 1 - level }
    last = trigger
    return level
  }
}
