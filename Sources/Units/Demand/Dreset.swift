public import RealTime

/// Begins anew at a trigger.
public struct Dreset: DemandUnitGenerator {
  public static let specification = UnitSpecification(
    "Dreset", "Begins anew at a trigger.",
    inputs: [
      .init("in", "What is played.", rates: Rate.any),
      .init("reset", "The trigger: rises above 0.", rates: Rate.any),
    ], outputs: ["value"], rates: [.demand])

  public static let thunk: UnitThunk = { run($0, $1, $2, $3) }
  public static let startThunk: UnitThunk? = { runStart($0, $1, $2, $3) }

  let inputCount: Int
  private var last: Float = 0

  public init(_ preparation: UnitPreparation) { inputCount = preparation.inputRates.count }

  mutating func restart(_ context: UnsafePointer<RenderContext>, _ wires: Wires) { wires.resetDemand(0, context) }

  mutating func next(_ context: UnsafePointer<RenderContext>, _ wires: Wires, _ offset: Int) -> Float {
    let value = wires.demand(0, context, at: offset)
    let reset = wires.demand(1, context, at: offset)
    guard value == value else { return .nan }
    if reset > 0 && last <= 0 { wires.resetDemand(0, context) }
    last = reset
    return value
  }
}
