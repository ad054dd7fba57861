public import RealTime

/// Plays so many items of a list in order.
public struct Dser: DemandListUnitGenerator {
  public static let specification = UnitSpecification(
    "Dser", "Plays so many items of a list in order.",
    inputs: [
      .init("repeats", "How often; inf is for ever.", standard: 1, rates: Rate.any),
      .init("list", "What is played, one after the other.", rates: Rate.any),
    ], lastInputRepeats: true, outputs: ["value"], rates: [.demand])

  public static let thunk: UnitThunk = { run($0, $1, $2, $3) }
  public static let startThunk: UnitThunk? = { runStart($0, $1, $2, $3) }

  let inputCount: Int
  var list = DemandList()

  public init(_ preparation: UnitPreparation) { inputCount = preparation.inputRates.count }

  mutating func restart(_ context: UnsafePointer<RenderContext>, _ wires: Wires) { list.restart() }

  mutating func turn() {
    if list.index >= inputCount { list.index = 1 }
  }

  mutating func advance(_ context: UnsafePointer<RenderContext>, _ wires: Wires) {
    list.index &+= 1
    list.repeats.advance()
  }
}
