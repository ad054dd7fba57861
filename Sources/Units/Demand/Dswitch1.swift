import CRealTime
public import RealTime

/// Plays one value of the input that an index says.
public struct Dswitch1: DemandUnitGenerator {
  public static let specification = UnitSpecification(
    "Dswitch1", "Plays one value of the input that an index says.",
    inputs: [
      .init("index", "Which one, around.", rates: Rate.any),
      .init("list", "What is played, one after the other.", rates: Rate.any),
    ], lastInputRepeats: true, outputs: ["value"], rates: [.demand])

  public static let thunk: UnitThunk = { run($0, $1, $2, $3) }
  public static let startThunk: UnitThunk? = { runStart($0, $1, $2, $3) }

  let inputCount: Int

  public init(_ preparation: UnitPreparation) { inputCount = preparation.inputRates.count }

  public mutating func start(_ context: UnsafePointer<RenderContext>, _ wires: Wires) { wires[inputCount].pointee = 0 }

  mutating func restart(_ context: UnsafePointer<RenderContext>, _ wires: Wires) {
    for input in 0..<inputCount { wires.resetDemand(input, context) }
  }

  mutating func next(_ context: UnsafePointer<RenderContext>, _ wires: Wires, _ offset: Int) -> Float {
    let index = wires.demand(0, context, at: offset)
    guard index == index && inputCount > 1 else { return .nan }
    let input = WholeNumbers.wrap(WholeNumbers.whole(syrinx_floorf(index + 0.5)), 0, inputCount - 2) + 1
    return wires.demand(input, context, at: offset)
  }
}
