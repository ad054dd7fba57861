public import RealTime

/// A random whole number, drawn when the synth starts.
public struct IRand: UnitGenerator {
  public static let specification = UnitSpecification(
    "IRand", "A random whole number, drawn when the synth starts.",
    inputs: [
      .init("lo", "The lowest.", standard: 0),
      .init("hi", "The highest.", standard: 127),
    ], outputs: ["number"],
    rates: [.scalar])

  public static let thunk: UnitThunk = { run($0, $1, $2, $3) }
  public static let startThunk: UnitThunk? = { runStart($0, $1, $2, $3) }

  public init(_ preparation: UnitPreparation) {}

  public mutating func start(_ context: UnsafePointer<RenderContext>, _ wires: Wires) {
    wires[2].pointee = context.pointee.random.pointee.whole(from: wires[0].pointee, to: wires[1].pointee)
  }

  public mutating func process(_ context: UnsafePointer<RenderContext>, _ wires: Wires, _ frames: Int) {}
}
