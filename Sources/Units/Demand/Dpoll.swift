public import RealTime

/// Prints each value as it passes, and tells clients of it.
public struct Dpoll: DemandUnitGenerator {
  public static let specification = UnitSpecification(
    "Dpoll", "Prints each value as it passes, and tells clients of it.",
    inputs: [
      .init("in", "What is played.", rates: Rate.any),
      .init("trigid", "The number of the /tr that is sent; below 0: none is.", standard: -1),
      .init("run", "Whether it prints: above 0.", standard: 1, rates: Rate.any),
      .init("labelSize", "How many letters the label has.", rates: [.scalar]),
      .init("label", "What is printed before the number, a letter each.", rates: [.scalar]),
    ], lastInputRepeats: true, outputs: ["value"], rates: [.demand])

  public static let thunk: UnitThunk = { run($0, $1, $2, $3) }
  public static let startThunk: UnitThunk? = { runStart($0, $1, $2, $3) }

  let inputCount: Int

  public init(_ preparation: UnitPreparation) { inputCount = preparation.inputRates.count }

  public mutating func start(_ context: UnsafePointer<RenderContext>, _ wires: Wires) { wires[inputCount].pointee = 0 }

  mutating func restart(_ context: UnsafePointer<RenderContext>, _ wires: Wires) { wires.resetDemand(0, context) }

  mutating func next(_ context: UnsafePointer<RenderContext>, _ wires: Wires, _ offset: Int) -> Float {
    let value = wires.demand(0, context, at: offset)
    if wires.demand(2, context, at: offset) > 0 {
      context.pointee.sendValue(
        value, wires, label: 3, inputCount: inputCount, frame: Int32(truncatingIfNeeded: offset - 1))
    }
    if wires[1].pointee >= 0 { context.pointee.sendTrigger(Int32(processorTruncating: wires[1].pointee), value) }
    return value
  }
}
