public import RealTime

/// A signal reflected at two bounds.
public struct Fold: UnitGenerator {
  public static let specification = UnitSpecification(
    "Fold", "A signal reflected at two bounds.",
    inputs: [
      .init("in", "The signal."),
      .init("lo", "The lower bound."),
      .init("hi", "The upper bound.", standard: 1),
    ], outputs: ["signal"],
    rates: [.audio, .control, .scalar])

  public static let thunk: UnitThunk = { run($0, $1, $2, $3) }
  public static let startThunk: UnitThunk? = { runStart($0, $1, $2, $3) }

  private let inputs: UnitInputs
  private var low: GlidingInput
  private var high: GlidingInput

  public init(_ preparation: UnitPreparation) {
    inputs = UnitInputs(preparation)
    low = GlidingInput(preparation, 1)
    high = GlidingInput(preparation, 2)
  }

  public mutating func start(_ context: UnsafePointer<RenderContext>, _ wires: Wires) {
    low.start(wires)
    high.start(wires)
    process(context, wires, 1)
  }

  public mutating func process(_ context: UnsafePointer<RenderContext>, _ wires: Wires, _ frames: Int) {
    let signal = inputs.signal(wires, 0)
    let lows = low.operand(context, wires, frames, slot: 0, steps: true)
    let highs = high.operand(context, wires, frames, slot: 1, steps: true)
    let output = wires[3]
    var frame = 0
    while frame < frames {
      Bounds.fold(signal.lanes(frame), lows.lanes(frame), highs.lanes(frame)).store(to: output + frame)
      frame &+= 8
    }
  }
}
