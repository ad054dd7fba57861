public import RealTime

/// At each trigger, prints what a signal is, and tells clients of it.
public struct Poll: UnitGenerator {
  public static let specification = UnitSpecification(
    "Poll", "At each trigger, prints what a signal is, and tells clients of it; the signal passes.",
    inputs: [
      .init("trig", "The trigger: rises above 0."), .init("in", "The signal."),
      .init("trigid", "The number of the /tr that is sent; below 0: none is.", standard: -1),
      .init("labelSize", "How many letters the label has.", rates: [.scalar]),
      .init("label", "What is printed before the number, a letter each.", rates: [.scalar]),
    ], lastInputRepeats: true, outputs: ["out"], rates: [.audio, .control])

  public static let thunk: UnitThunk = { run($0, $1, $2, $3) }
  public static let startThunk: UnitThunk? = { runStart($0, $1, $2, $3) }

  private let inputs: UnitInputs
  private let inputCount: Int
  private var last: Float = 0

  public init(_ preparation: UnitPreparation) {
    inputs = UnitInputs(preparation)
    inputCount = preparation.inputRates.count
  }

  public mutating func start(_ context: UnsafePointer<RenderContext>, _ wires: Wires) {
    last = wires[0].pointee
    wires[inputCount].pointee = wires[1].pointee
  }

  public mutating func process(_ context: UnsafePointer<RenderContext>, _ wires: Wires, _ frames: Int) {
    let (trigger, signal) = (inputs.signal(wires, 0), inputs.signal(wires, 1))
    let output = wires[inputCount]
    var frame = 0
    while frame < frames {
      if trigger[frame] > 0 && last <= 0 {
        let value = inputs.isAudio(0) ? signal[frame] : signal[0]
        context.pointee.sendValue(value, wires, label: 3, inputCount: inputCount, frame: -1)
        if wires[2].pointee >= 0 {
          context.pointee.sendTrigger(Int32(processorTruncating: wires[2].pointee), value)
        }
      }
      last = trigger[frame]
      output[frame] = signal[frame]
      frame &+= 1
    }
  }
}
