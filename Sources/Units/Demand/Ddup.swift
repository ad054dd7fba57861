public import RealTime

/// Plays each value so many times.
public struct Ddup: DemandUnitGenerator {
  public static let specification = UnitSpecification(
    "Ddup", "Plays each value so many times.",
    inputs: [
      .init("n", "How often.", standard: 2, rates: Rate.any), .init("in", "What is played.", rates: Rate.any),
    ], outputs: ["value"], rates: [.demand])

  public static let thunk: UnitThunk = { run($0, $1, $2, $3) }
  public static let startThunk: UnitThunk? = { runStart($0, $1, $2, $3) }

  let inputCount: Int
  private var stutter = DemandStutter()

  public init(_ preparation: UnitPreparation) { inputCount = preparation.inputRates.count }

  mutating func restart(_ context: UnsafePointer<RenderContext>, _ wires: Wires) {
    stutter = DemandStutter()
    wires.resetDemand(0, context)
    wires.resetDemand(1, context)
  }

  mutating func next(_ context: UnsafePointer<RenderContext>, _ wires: Wires, _ offset: Int) -> Float {
    stutter.next(context, wires, offset)
  }
}
