public import RealTime

/// Holds the value that a signal has at a trigger.
public struct Latch: TriggeredUnitGenerator {
  public static let specification = UnitSpecification(
    "Latch", "Holds the value that a signal has at a trigger.",
    inputs: [
      .init("in", "The signal."),
      .init("trig", "The trigger: rises above 0."),
    ], outputs: ["held"],
    rates: [.audio, .control])

  public static let thunk: UnitThunk = { run($0, $1, $2, $3) }
  public static let startThunk: UnitThunk? = { runStart($0, $1, $2, $3) }

  static var inputCount: Int { 2 }
  static var trigger: Int { 1 }

  let inputs: UnitInputs
  var last: Float = 0
  private var level: Float = 0

  public init(_ preparation: UnitPreparation) { inputs = UnitInputs(preparation) }

  public mutating func start(_ context: UnsafePointer<RenderContext>, _ wires: Wires) {
    wires[2].pointee = wires[1].pointee > 0 ? wires[0].pointee : 0
  }

  @inline(__always)
  var held: Float { level }

  mutating func next(_ signal: Float, _ trigger: Float) -> Float {
    if last <= 0 && trigger > 0 { level = signal }
    last = trigger
    return level
  }
}
