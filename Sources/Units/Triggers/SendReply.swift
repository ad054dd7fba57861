public import RealTime

/// At each trigger, tells clients numbers, at an address.
public struct SendReply: UnitGenerator {
  public static let specification = UnitSpecification(
    "SendReply", "At each trigger, tells clients numbers, at an address.",
    inputs: [
      .init("trig", "The trigger: rises above 0."),
      .init("replyID", "The number that clients tell it by.", standard: -1),
      .init("cmdNameSize", "How many letters the address has.", rates: [.scalar]),
      .init("letters", "The address, a letter each; then what is told."),
    ], lastInputRepeats: true, outputs: [], rates: [.audio, .control])

  public static let thunk: UnitThunk = { run($0, $1, $2, $3) }

  private let inputs: UnitInputs
  private let inputCount: Int
  private var last: Float = 0

  public init(_ preparation: UnitPreparation) {
    inputs = UnitInputs(preparation)
    inputCount = preparation.inputRates.count
  }

  public mutating func process(_ context: UnsafePointer<RenderContext>, _ wires: Wires, _ frames: Int) {
    let trigger = inputs.signal(wires, 0)
    var frame = 0
    while frame < frames {
      if trigger[frame] > 0 && last <= 0 { reply(context, wires, frame) }
      last = trigger[frame]
      frame &+= 1
    }
  }

  private func reply(_ context: UnsafePointer<RenderContext>, _ wires: Wires, _ frame: Int) {
    let length = Letters.count(wires, 2, inputCount)
    context.pointee.send(.reply, context.pointee.node) { words in
      words.append(Int32(processorTruncating: wires[1].pointee))
      words.append(Int32(length))
      Letters.append(wires, from: 3, length, to: &words)
      var input = 3 + length
      while input < inputCount {
        let isAudio = inputs.isAudio(0) && wires.source(input).map { $0.pointee.rate == .audio } ?? false
        words.append(wires[input][isAudio ? frame : 0])
        input &+= 1
      }
    }
  }
}
