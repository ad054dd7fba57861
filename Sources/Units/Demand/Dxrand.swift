public import RealTime

/// Plays so many items of a list, drawn at random, never one twice in a row.
public struct Dxrand: DemandListUnitGenerator {
  public static let specification = UnitSpecification(
    "Dxrand", "Plays so many items of a list, drawn at random, never one twice in a row.",
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
    let last = list.index
    list.restart()
    list.index = draw(context, after: last)
  }

  mutating func turn() {
    if list.index >= inputCount { list.index = 1 }
  }

  mutating func advance(_ context: UnsafePointer<RenderContext>, _ wires: Wires) {
    list.index = draw(context, after: list.index)
    list.repeats.advance()
  }

  @inline(__always)
  private func draw(_ context: UnsafePointer<RenderContext>, after last: Int) -> Int {
    let drawn = draw(context, below: inputCount - 2) + 1
    return drawn < last ? drawn : drawn + 1
  }
}
