import CRealTime
public import RealTime

/// A walk at random between two numbers, in whole steps.
public struct Dibrown: DemandUnitGenerator {
  public static let specification = UnitSpecification(
    "Dibrown", "A walk at random between two numbers, in whole steps.",
    inputs: [
      .init("length", "How many values; inf is for ever.", standard: .infinity, rates: Rate.any),
      .init("lo", "The lowest value.", rates: Rate.any),
      .init("hi", "The highest value.", standard: 1, rates: Rate.any),
      .init("step", "How far it goes at most.", standard: 1, rates: Rate.any),
    ], outputs: ["value"], rates: [.demand])

  public static let thunk: UnitThunk = { run($0, $1, $2, $3) }
  public static let startThunk: UnitThunk? = { runStart($0, $1, $2, $3) }

  let inputCount: Int
  private var length = DemandRepeats()
  private var low: Int = 0
  private var high: Int = 0
  private var step: Int = 0
  private var value: Int = 0

  public init(_ preparation: UnitPreparation) { inputCount = preparation.inputRates.count }

  mutating func restart(_ context: UnsafePointer<RenderContext>, _ wires: Wires) { length.restart() }

  mutating func next(_ context: UnsafePointer<RenderContext>, _ wires: Wires, _ offset: Int) -> Float {
    let newLow = wires.demand(1, context, at: offset)
    if newLow == newLow { low = WholeNumbers.whole(newLow) }
    let newHigh = wires.demand(2, context, at: offset)
    if newHigh == newHigh { high = WholeNumbers.whole(newHigh) }
    let newStep = wires.demand(3, context, at: offset)
    if newStep == newStep { step = WholeNumbers.whole(newStep) }
    if length.ask(context, wires, offset) { value = low + draw(context, Double(high - low + 1), from: 0) }
    guard !length.isOver else { return .nan }
    length.advance()
    let result = value
    value = WholeNumbers.fold(value + draw(context, Double(2 * step + 1), from: Double(-step)), low, high)
    return Float(result)
  }

  /// One of so many whole numbers from `low` on.
  @inline(__always)
  private func draw(_ context: UnsafePointer<RenderContext>, _ count: Double, from low: Double) -> Int {
    Int(syrinx_floor(count * context.pointee.random.pointee.unipolarDouble() + low))
  }
}
