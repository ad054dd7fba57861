public import RealTime

/// A signal times another, plus a third.
public struct MulAdd: UnitGenerator {
  public static let specification = UnitSpecification(
    "MulAdd", "A signal times another, plus a third.",
    inputs: [
      .init("in", "The signal."), .init("mul", "The factor.", standard: 1), .init("add", "What is added."),
    ], outputs: ["result"], rates: [.audio, .control, .scalar])

  public static let thunk: UnitThunk = { run($0, $1, $2, $3) }
  public static let startThunk: UnitThunk? = { runStart($0, $1, $2, $3) }

  private var signal: GlidingInput
  private var factor: GlidingInput
  private var summand: GlidingInput

  public init(_ preparation: UnitPreparation) {
    signal = GlidingInput(preparation, 0)
    factor = GlidingInput(preparation, 1)
    summand = GlidingInput(preparation, 2)
  }

  public mutating func start(_ context: UnsafePointer<RenderContext>, _ wires: Wires) {
    signal.start(wires)
    factor.start(wires)
    summand.start(wires)
    process(context, wires, 1)
  }

  public mutating func process(_ context: UnsafePointer<RenderContext>, _ wires: Wires, _ frames: Int) {
    if frames == 1 {
      signal.start(wires)
      factor.start(wires)
      summand.start(wires)
      wires[3].pointee = signal.value * factor.value + summand.value
      return
    }
    let a = signal.operand(context, wires, frames, slot: 0)
    let b = factor.operand(context, wires, frames, slot: 1)
    let c = summand.operand(context, wires, frames, slot: 2)
    let output = wires[3]
    var frame = 0
    while frame < frames {
      (a.lanes(frame) * b.lanes(frame) + c.lanes(frame)).store(to: output + frame)
      frame &+= 8
    }
  }
}
