public import RealTime

/// Reads a buffer's first channel, a frame at a time.
public struct Dbufrd: DemandUnitGenerator {
  public static let specification = UnitSpecification(
    "Dbufrd", "Reads a buffer's first channel, a frame at a time.",
    inputs: [
      .init("bufnum", "The buffer.", rates: Rate.any),
      .init("phase", "The frame.", measure: "frames", rates: Rate.any),
      .init("loop", "Whether frames beyond the end are taken from the beginning: not 0.", standard: 1, rates: Rate.any),
    ], outputs: ["value"], rates: [.demand])

  public static let thunk: UnitThunk = { run($0, $1, $2, $3) }
  public static let startThunk: UnitThunk? = { runStart($0, $1, $2, $3) }

  let inputCount: Int

  public init(_ preparation: UnitPreparation) { inputCount = preparation.inputRates.count }

  mutating func restart(_ context: UnsafePointer<RenderContext>, _ wires: Wires) {
    for input in 0..<inputCount { wires.resetDemand(input, context) }
  }

  mutating func next(_ context: UnsafePointer<RenderContext>, _ wires: Wires, _ offset: Int) -> Float {
    let loops = WholeNumbers.whole(wires.demand(2, context, at: offset)) != 0
    let number = wires.demand(0, context, at: offset)
    guard number == number else { return .nan }
    guard let buffer = DemandBuffer(context, number) else {
      wires.call.pointee.isDone = true
      return 0
    }
    let phase = wires.demand(1, context, at: offset)
    guard phase == phase else { return .nan }
    let (value, isBeyond) = buffer.place(phase, loops: loops)
    if isBeyond { wires.call.pointee.isDone = true }
    return value.pointee
  }
}
