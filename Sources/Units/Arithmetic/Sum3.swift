public import RealTime

/// The sum of three signals.
public struct Sum3: UnitGenerator {
  public static let specification = UnitSpecification(
    "Sum3", "The sum of three signals.",
    inputs: [
      .init("in0", "The first signal."), .init("in1", "The second signal."), .init("in2", "The third signal."),
    ], outputs: ["sum"], rates: [.audio, .control, .scalar])

  public static let thunk: UnitThunk = { run($0, $1, $2, $3) }
  public static let startThunk: UnitThunk? = { runStart($0, $1, $2, $3) }

  private var first: GlidingInput
  private var second: GlidingInput
  private var third: GlidingInput

  public init(_ preparation: UnitPreparation) {
    first = GlidingInput(preparation, 0)
    second = GlidingInput(preparation, 1)
    third = GlidingInput(preparation, 2)
  }

  public mutating func start(_ context: UnsafePointer<RenderContext>, _ wires: Wires) {
    first.start(wires)
    second.start(wires)
    third.start(wires)
    process(context, wires, 1)
  }

  public mutating func process(_ context: UnsafePointer<RenderContext>, _ wires: Wires, _ frames: Int) {
    if frames == 1 {
      wires[3].pointee = wires[0].pointee + wires[1].pointee + wires[2].pointee
      first.start(wires)
      second.start(wires)
      third.start(wires)
      return
    }
    let a = first.operand(context, wires, frames, slot: 0)
    let b = second.operand(context, wires, frames, slot: 1)
    let c = third.operand(context, wires, frames, slot: 2)
    let output = wires[3]
    var frame = 0
    while frame < frames {
      (a.lanes(frame) + b.lanes(frame) + c.lanes(frame)).store(to: output + frame)
      frame &+= 8
    }
  }
}
