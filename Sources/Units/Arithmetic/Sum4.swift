public import RealTime

/// The sum of four signals.
public struct Sum4: UnitGenerator {
  public static let specification = UnitSpecification(
    "Sum4", "The sum of four signals.",
    inputs: [
      .init("in0", "The first signal."), .init("in1", "The second signal."), .init("in2", "The third signal."),
      .init("in3", "The fourth signal."),
    ], outputs: ["sum"], rates: [.audio, .control, .scalar])

  public static let thunk: UnitThunk = { run($0, $1, $2, $3) }
  public static let startThunk: UnitThunk? = { runStart($0, $1, $2, $3) }

  private var first: GlidingInput
  private var second: GlidingInput
  private var third: GlidingInput
  private var fourth: GlidingInput

  public init(_ preparation: UnitPreparation) {
    first = GlidingInput(preparation, 0)
    second = GlidingInput(preparation, 1)
    third = GlidingInput(preparation, 2)
    fourth = GlidingInput(preparation, 3)
  }

  public mutating func start(_ context: UnsafePointer<RenderContext>, _ wires: Wires) {
    first.start(wires)
    second.start(wires)
    third.start(wires)
    fourth.start(wires)
    process(context, wires, 1)
  }

  public mutating func process(_ context: UnsafePointer<RenderContext>, _ wires: Wires, _ frames: Int) {
    if frames == 1 {
      wires[4].pointee = wires[0].pointee + wires[1].pointee + wires[2].pointee + wires[3].pointee
      first.start(wires)
      second.start(wires)
      third.start(wires)
      fourth.start(wires)
      return
    }
    let a = first.operand(context, wires, frames, slot: 0)
    let b = second.operand(context, wires, frames, slot: 1)
    let c = third.operand(context, wires, frames, slot: 2)
    let d = fourth.operand(context, wires, frames, slot: 3)
    let output = wires[4]
    var frame = 0
    while frame < frames {
      (a.lanes(frame) + b.lanes(frame) + c.lanes(frame) + d.lanes(frame)).store(to: output + frame)
      frame &+= 8
    }
  }
}
