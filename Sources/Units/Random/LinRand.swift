public import RealTime

/// A random number, drawn when the synth starts, denser towards one end.
public struct LinRand: UnitGenerator {
  public static let specification = UnitSpecification(
    "LinRand", "A random number, drawn when the synth starts, denser towards one end.",
    inputs: [
      .init("lo", "The lowest.", standard: 0),
      .init("hi", "The highest.", standard: 1),
      .init("minmax", "The denser end: the lowest up to 0, the highest above."),
    ], outputs: ["number"],
    rates: [.scalar])

  public static let thunk: UnitThunk = { run($0, $1, $2, $3) }
  public static let startThunk: UnitThunk? = { runStart($0, $1, $2, $3) }

  public init(_ preparation: UnitPreparation) {}

  public mutating func start(_ context: UnsafePointer<RenderContext>, _ wires: Wires) {
    var random = context.pointee.random.pointee
    let (a, b) = (random.unipolar(), random.unipolar())
    context.pointee.random.pointee = random
    let isLow = Int32(processorTruncating: wires[2].pointee) <= 0
    let value = (a < b) == isLow ? a : b
    wires[3].pointee = value * (wires[1].pointee - wires[0].pointee) + wires[0].pointee
  }

  public mutating func process(_ context: UnsafePointer<RenderContext>, _ wires: Wires, _ frames: Int) {}
}
