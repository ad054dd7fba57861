public import RealTime

/// Numbers drawn at random between two.
public struct Dwhite: DemandUnitGenerator {
  public static let specification = UnitSpecification(
    "Dwhite", "Numbers drawn at random between two.",
    inputs: [
      .init("length", "How many values; inf is for ever.", standard: .infinity, rates: Rate.any),
      .init("lo", "The lowest value.", rates: Rate.any),
      .init("hi", "The highest value.", standard: 1, rates: Rate.any),
    ], outputs: ["value"], rates: [.demand])

  public static let thunk: UnitThunk = { run($0, $1, $2, $3) }
  public static let startThunk: UnitThunk? = { runStart($0, $1, $2, $3) }

  let inputCount: Int
  private var length = DemandRepeats()
  private var low: Float = 0
  private var range: Float = 0

  public init(_ preparation: UnitPreparation) { inputCount = preparation.inputRates.count }

  mutating func restart(_ context: UnsafePointer<RenderContext>, _ wires: Wires) { length.restart() }

  mutating func next(_ context: UnsafePointer<RenderContext>, _ wires: Wires, _ offset: Int) -> Float {
    _ = length.ask(context, wires, offset)
    guard !length.isOver else { return .nan }
    length.advance()
    let newLow = wires.demand(1, context, at: offset)
    let newHigh = wires.demand(2, context, at: offset)
    if newLow == newLow { low = newLow }
    if newHigh == newHigh { range = newHigh - newLow }
    return context.pointee.random.pointee.unipolar() * range + low
  }
}
