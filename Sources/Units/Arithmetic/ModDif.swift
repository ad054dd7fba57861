public import RealTime

/// The shortest distance of two signals on a circle.
public struct ModDif: UnitGenerator {
  public static let specification = UnitSpecification(
    "ModDif", "The shortest distance of two signals on a circle.",
    inputs: [
      .init("x", "The first signal."),
      .init("y", "The second signal."),
      .init("mod", "The length of the circle.", standard: 1),
    ], outputs: ["distance"],
    rates: [.audio, .control, .scalar])

  public static let thunk: UnitThunk = { run($0, $1, $2, $3) }
  public static let startThunk: UnitThunk? = { runStart($0, $1, $2, $3) }

  private let inputs: UnitInputs
  private var other: GlidingInput
  private var length: GlidingInput

  public init(_ preparation: UnitPreparation) {
    inputs = UnitInputs(preparation)
    other = GlidingInput(preparation, 1)
    length = GlidingInput(preparation, 2)
  }

  public mutating func start(_ context: UnsafePointer<RenderContext>, _ wires: Wires) {
    other.start(wires)
    length.start(wires)
    process(context, wires, 1)
  }

  public mutating func process(_ context: UnsafePointer<RenderContext>, _ wires: Wires, _ frames: Int) {
    let signal = inputs.signal(wires, 0)
    let others = other.operand(context, wires, frames, slot: 0, steps: true)
    let lengths = length.operand(context, wires, frames, slot: 1, steps: true)
    let output = wires[3]
    var frame = 0
    while frame < frames {
      let length = lengths.lanes(frame)
      let half = length * 0.5
      let way = (signal.lanes(frame) - others.lanes(frame)).magnitude
      let distance = multiplyAdd(-(way / length).floored, length, way)
      (half - (distance - half).magnitude).store(to: output + frame)
      frame &+= 8
    }
  }
}
