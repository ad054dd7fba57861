public import RealTime

/// At each trigger, tells clients a number: `/tr`.
public struct SendTrig: UnitGenerator {
  public static let specification = UnitSpecification(
    "SendTrig", "At each trigger, tells clients a number: /tr.",
    inputs: [
      .init("in", "The trigger: rises above 0."), .init("id", "The number that clients tell it by."),
      .init("value", "What is told."),
    ], outputs: [], rates: [.audio, .control])

  public static let thunk: UnitThunk = { run($0, $1, $2, $3) }

  private let inputs: UnitInputs
  private var last: Float = 0

  public init(_ preparation: UnitPreparation) { inputs = UnitInputs(preparation) }

  public mutating func process(_ context: UnsafePointer<RenderContext>, _ wires: Wires, _ frames: Int) {
    let (trigger, value) = (inputs.signal(wires, 0), inputs.signal(wires, 2))
    var frame = 0
    while frame < frames {
      if trigger[frame] > 0 && last <= 0 {
        context.pointee.sendTrigger(Int32(processorTruncating: wires[1].pointee), value[frame])
      }
      last = trigger[frame]
      frame &+= 1
    }
  }
}
