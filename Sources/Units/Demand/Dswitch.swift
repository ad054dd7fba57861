import CRealTime
public import RealTime

/// Plays the input that an index says to its end, then asks for another.
public struct Dswitch: DemandUnitGenerator {
  public static let specification = UnitSpecification(
    "Dswitch", "Plays the input that an index says to its end, then asks for another.",
    inputs: [
      .init("index", "Which one, around.", rates: Rate.any),
      .init("list", "What is played, one after the other.", rates: Rate.any),
    ], lastInputRepeats: true, outputs: ["value"], rates: [.demand])

  public static let thunk: UnitThunk = { run($0, $1, $2, $3) }
  public static let startThunk: UnitThunk? = { runStart($0, $1, $2, $3) }

  let inputCount: Int
  private var current = 1

  public init(_ preparation: UnitPreparation) { inputCount = preparation.inputRates.count }

  public mutating func start(_ context: UnsafePointer<RenderContext>, _ wires: Wires) {
    choose(wires.demand(0, context, at: 1))
    wires[inputCount].pointee = 0
  }

  mutating func restart(_ context: UnsafePointer<RenderContext>, _ wires: Wires) {
    for input in 0..<inputCount { wires.resetDemand(input, context) }
    choose(wires.demand(0, context, at: 1))
  }

  mutating func next(_ context: UnsafePointer<RenderContext>, _ wires: Wires, _ offset: Int) -> Float {
    guard inputCount > 1 else { return .nan }
    let value = wires.demand(current, context, at: offset)
    if value == value { return value }
    let index = wires.demand(0, context, at: offset)
    guard index == index else { return .nan }
    let last = current
    choose(index)
    let result = wires.demand(current, context, at: offset)
    wires.resetDemand(last, context)
    return result
  }

  @inline(__always)
  private mutating func choose(_ index: Float) {
    guard index == index && inputCount > 1 else { return }
    current = WholeNumbers.wrap(WholeNumbers.whole(syrinx_floorf(index + 0.5)), 0, inputCount - 2) + 1
  }
}
