public import RealTime

/// A whole number that goes a step on at each trigger, around between two ends.
public struct Stepper: TriggeredUnitGenerator {
  public static let specification = UnitSpecification(
    "Stepper", "A whole number that goes a step on at each trigger, around between two ends.",
    inputs: [
      .init("trig", "The trigger: rises above 0."),
      .init("reset", "A trigger that resets: rises above 0."),
      .init("min", "The lower end.", rates: [.scalar, .control]),
      .init("max", "The upper end.", standard: 7, rates: [.scalar, .control]),
      .init("step", "How far it goes.", standard: 1, rates: [.scalar, .control]),
      .init("resetval", "Where a reset puts it.", rates: [.scalar, .control]),
    ], outputs: ["step"],
    rates: [.audio, .control])

  public static let thunk: UnitThunk = { run($0, $1, $2, $3) }
  public static let startThunk: UnitThunk? = { runStart($0, $1, $2, $3) }

  static var inputCount: Int { 6 }
  static var hasReset: Bool { true }

  let inputs: UnitInputs
  var last: Float = 0
  var lastReset: Float = 0
  private var level: Float = 0
  private var low = 0
  private var high = 0
  private var step = 0
  private var resetValue = 0

  public init(_ preparation: UnitPreparation) { inputs = UnitInputs(preparation) }

  public mutating func start(_ context: UnsafePointer<RenderContext>, _ wires: Wires) {
    level = Float(WholeNumbers.whole(wires[5].pointee))
    process(context, wires, 1)
  }

  mutating func prepare(_ wires: Wires) {
    low = WholeNumbers.whole(wires[2].pointee)
    high = WholeNumbers.whole(wires[3].pointee)
    step = WholeNumbers.whole(wires[4].pointee)
    resetValue = WholeNumbers.whole(wires[5].pointee)
  }

  @inline(__always)
  var held: Float { level }

  mutating func next(_ trigger: Float, _ reset: Float) -> Float {
    if lastReset <= 0 && reset > 0 {
      level = Float(WholeNumbers.wrap(resetValue, low, high))
    } else if last <= 0 && trigger > 0 {
      level = Float(WholeNumbers.wrap(WholeNumbers.whole(level) &+ step, low, high))
    }
    last = trigger
    lastReset = reset
    return level
  }
}
