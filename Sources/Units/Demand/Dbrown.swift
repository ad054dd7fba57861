public import RealTime

/// A walk at random between two numbers.
public struct Dbrown: DemandUnitGenerator {
  public static let specification = UnitSpecification(
    "Dbrown", "A walk at random between two numbers.",
    inputs: [
      .init("length", "How many values; inf is for ever.", standard: .infinity, rates: Rate.any),
      .init("lo", "The lowest value.", rates: Rate.any),
      .init("hi", "The highest value.", standard: 1, rates: Rate.any),
      .init("step", "How far it goes at most.", standard: 0.01, rates: Rate.any),
    ], outputs: ["value"], rates: [.demand])

  public static let thunk: UnitThunk = { run($0, $1, $2, $3) }
  public static let startThunk: UnitThunk? = { runStart($0, $1, $2, $3) }

  let inputCount: Int
  private var length = DemandRepeats()
  private var low: Float = 0
  private var high: Float = 0
  private var step: Float = 0
  private var value: Float = 0

  public init(_ preparation: UnitPreparation) { inputCount = preparation.inputRates.count }

  mutating func restart(_ context: UnsafePointer<RenderContext>, _ wires: Wires) { length.restart() }

  mutating func next(_ context: UnsafePointer<RenderContext>, _ wires: Wires, _ offset: Int) -> Float {
    let newLow = wires.demand(1, context, at: offset)
    if newLow == newLow { low = newLow }
    let newHigh = wires.demand(2, context, at: offset)
    if newHigh == newHigh { high = newHigh }
    let newStep = wires.demand(3, context, at: offset)
    if newStep == newStep { step = newStep }
    if length.ask(context, wires, offset) {
      value = context.pointee.random.pointee.unipolar() * (high - low) + low
    }
    guard !length.isOver else { return .nan }
    length.advance()
    let result = value
    value = Bounds.fold(value + context.pointee.random.pointee.bipolar() * step, low, high)
    return result
  }
}
