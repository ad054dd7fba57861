import CRealTime
public import RealTime

/// Whole numbers drawn at random between two.
public struct Diwhite: DemandUnitGenerator {
  public static let specification = UnitSpecification(
    "Diwhite", "Whole numbers drawn at random between two.",
    inputs: [
      .init("length", "How many values; inf is for ever.", standard: .infinity, rates: Rate.any),
      .init("lo", "The lowest value.", rates: Rate.any),
      .init("hi", "The highest value.", standard: 1, rates: Rate.any),
    ], outputs: ["value"], rates: [.demand])

  public static let thunk: UnitThunk = { run($0, $1, $2, $3) }
  public static let startThunk: UnitThunk? = { runStart($0, $1, $2, $3) }

  let inputCount: Int
  private var length = DemandRepeats()
  private var low = 0
  private var range = 0

  public init(_ preparation: UnitPreparation) { inputCount = preparation.inputRates.count }

  mutating func restart(_ context: UnsafePointer<RenderContext>, _ wires: Wires) { length.restart() }

  mutating func next(_ context: UnsafePointer<RenderContext>, _ wires: Wires, _ offset: Int) -> Float {
    // Each end is asked twice where it has a value, as scsynth does.
    let newLow = wires.demand(1, context, at: offset)
    let newHigh = wires.demand(2, context, at: offset)
    if newLow == newLow { low = WholeNumbers.whole(syrinx_floorf(wires.demand(1, context, at: offset) + 0.5)) }
    if newHigh == newHigh {
      range = WholeNumbers.whole(syrinx_floorf(wires.demand(2, context, at: offset) + 0.5)) - low + 1
    }
    _ = length.ask(context, wires, offset)
    guard !length.isOver else { return .nan }
    length.advance()
    let drawn = syrinx_floor(Double(range) * context.pointee.random.pointee.unipolarDouble())
    return Float(drawn + Double(low))
  }
}
