public import RealTime

/// At each trigger, the next values of demand-rate inputs.
public struct Demand: UnitGenerator {
  public static let specification = UnitSpecification(
    "Demand", "At each trigger, the next values of demand-rate inputs.",
    inputs: [
      .init("trig", "The trigger: rises above 0."),
      .init("reset", "A trigger that begins anew: rises above 0."),
      .init("demandUGens", "What is played, one for each output.", rates: Rate.any),
    ], lastInputRepeats: true, outputs: [], rates: [.audio, .control])

  public static let thunk: UnitThunk = { run($0, $1, $2, $3) }
  public static let startThunk: UnitThunk? = { runStart($0, $1, $2, $3) }

  private let inputs: UnitInputs
  private let inputCount: Int
  private let outputs: Int
  private var levels: UnsafeMutablePointer<Float>?
  private var last: Float = 0
  private var lastReset: Float = 0

  public init(_ preparation: UnitPreparation) {
    inputs = UnitInputs(preparation)
    inputCount = preparation.inputRates.count
    outputs = max(0, min(inputCount - 2, preparation.outputCount))
  }

  public mutating func start(_ context: UnsafePointer<RenderContext>, _ wires: Wires) {
    levels = context.pointee.allocate(floats: outputs)
    for output in 0..<outputs { wires[inputCount + output].pointee = 0 }
  }

  public mutating func process(_ context: UnsafePointer<RenderContext>, _ wires: Wires, _ frames: Int) {
    guard let levels else {
      for output in 0..<outputs { clear(wires[inputCount + output], frames) }
      return
    }
    let (trigger, reset) = (inputs.signal(wires, 0), inputs.signal(wires, 1))
    let rises = RisingEdges(trigger.values, inputs.isAudio(0) ? frames : 1, last: last).bits
    let resets = RisingEdges(reset.values, inputs.isAudio(1) ? frames : 1, last: lastReset).bits
    var events = rises | resets
    var written = 0
    while events != 0 {
      let frame = events.trailingZeroBitCount
      let bit = events & (0 &- events)
      events ^= bit
      if resets & bit != 0 {
        for output in 0..<outputs { wires.resetDemand(2 + output, context) }
      }
      if rises & bit != 0 {
        write(wires, levels, from: written, to: frame)
        written = frame
        for output in 0..<outputs {
          let value = wires.demand(2 + output, context, at: frame + 1)
          if value == value { levels[output] = value } else { wires.call.pointee.isDone = true }
        }
      }
    }
    last = trigger[frames &- 1]
    lastReset = reset[frames &- 1]
    write(wires, levels, from: written, to: frames)
  }

  @inline(__always)
  private func write(_ wires: Wires, _ levels: UnsafeMutablePointer<Float>, from first: Int, to end: Int) {
    for output in 0..<outputs {
      fill(exactly: wires[inputCount + output] + first, with: levels[output], end &- first)
    }
  }
}
