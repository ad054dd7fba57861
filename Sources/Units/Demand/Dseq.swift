public import RealTime

/// Plays a list in order, so many times.
public struct Dseq: DemandListUnitGenerator {
  public static let specification = UnitSpecification(
    "Dseq", "Plays a list in order, so many times.",
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
    guard list.index >= inputCount else { return }
    list.index = 1
    list.repeats.advance()
  }

  mutating func advance(_ context: UnsafePointer<RenderContext>, _ wires: Wires) { list.index &+= 1 }

  mutating func finish() { list.index = 1 }
}
