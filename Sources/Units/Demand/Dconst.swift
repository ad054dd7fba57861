public import RealTime

/// Plays until the sum of the values reaches a number; the last one is cut to fit.
public struct Dconst: DemandUnitGenerator {
  public static let specification = UnitSpecification(
    "Dconst", "Plays until the sum of the values reaches a number; the last one is cut to fit.",
    inputs: [
      .init("sum", "The sum.", standard: 1, rates: Rate.any),
      .init("in", "What is played.", standard: 1, rates: Rate.any),
      .init("tolerance", "How near is near enough.", standard: 0.001, rates: Rate.any),
    ], outputs: ["value"], rates: [.demand])

  public static let thunk: UnitThunk = { run($0, $1, $2, $3) }
  public static let startThunk: UnitThunk? = { runStart($0, $1, $2, $3) }

  let inputCount: Int
  private var total: Float = -1
  private var tolerance: Float = 0
  private var sum: Float = 0
  private var isOver = false

  public init(_ preparation: UnitPreparation) { inputCount = preparation.inputRates.count }

  mutating func restart(_ context: UnsafePointer<RenderContext>, _ wires: Wires) {
    total = -1
    sum = 0
    isOver = false
    for input in 0..<3 { wires.resetDemand(input, context) }
  }

  mutating func next(_ context: UnsafePointer<RenderContext>, _ wires: Wires, _ offset: Int) -> Float {
    guard !isOver else { return .nan }
    if total < 0 {
      let newTotal = wires.demand(0, context, at: offset)
      let newTolerance = wires.demand(2, context, at: offset)
      guard newTotal == newTotal && newTolerance == newTolerance else { return .nan }
      total = newTotal
      tolerance = newTolerance
    }
    let value = wires.demand(1, context, at: offset)
    guard value == value else { return .nan }
    let next = sum + value
    if next > total || (total - next).magnitude <= tolerance {
      isOver = true
      return total - sum
    }
    sum = next
    return value
  }
}
