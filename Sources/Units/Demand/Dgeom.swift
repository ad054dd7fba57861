public import RealTime

/// A geometric series.
public struct Dgeom: DemandUnitGenerator {
  public static let specification = UnitSpecification(
    "Dgeom", "A geometric series.",
    inputs: [
      .init("length", "How many values; inf is for ever.", standard: .infinity, rates: Rate.any),
      .init("start", "The first value.", standard: 1, rates: Rate.any),
      .init("grow", "What it is multiplied with each time.", standard: 2, rates: Rate.any),
    ], outputs: ["value"], rates: [.demand])

  public static let thunk: UnitThunk = { run($0, $1, $2, $3) }
  public static let startThunk: UnitThunk? = { runStart($0, $1, $2, $3) }

  let inputCount: Int
  private var length = DemandRepeats()
  private var value = 0.0
  private var change = 0.0

  public init(_ preparation: UnitPreparation) { inputCount = preparation.inputRates.count }

  mutating func restart(_ context: UnsafePointer<RenderContext>, _ wires: Wires) { length.restart() }

  mutating func next(_ context: UnsafePointer<RenderContext>, _ wires: Wires, _ offset: Int) -> Float {
    let newest = wires.demand(2, context, at: offset)
    if newest == newest { change = Double(newest) }
    if length.ask(context, wires, offset) { value = Double(wires.demand(1, context, at: offset)) }
    guard !length.isOver else { return .nan }
    defer { value *= change }
    length.advance()
    return Float(value)
  }
}
