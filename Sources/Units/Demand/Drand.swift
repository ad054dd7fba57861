public import RealTime

/// Plays so many items of a list, drawn at random.
public struct Drand: DemandListUnitGenerator {
  public static let specification = UnitSpecification(
    "Drand", "Plays so many items of a list, drawn at random.",
    inputs: [
      .init("repeats", "How often; inf is for ever.", standard: 1, rates: Rate.any),
      .init("list", "What is played, one after the other.", rates: Rate.any),
    ], lastInputRepeats: true, outputs: ["value"], rates: [.demand])

  public static let thunk: UnitThunk = { run($0, $1, $2, $3) }
  public static let startThunk: UnitThunk? = { runStart($0, $1, $2, $3) }

  let inputCount: Int
  var list = DemandList()

  public init(_ preparation: UnitPreparation) { inputCount = preparation.inputRates.count }

  mutating func restart(_ context: UnsafePointer<RenderContext>, _ wires: Wires) {
    list.restart()
    list.index = draw(context, below: inputCount - 1) + 1
  }

  mutating func advance(_ context: UnsafePointer<RenderContext>, _ wires: Wires) {
    list.index = draw(context, below: inputCount - 1) + 1
    list.repeats.advance()
  }
}
