public import RealTime

/// A random number, drawn when the synth starts, equally dense on a logarithmic scale.
public struct ExpRand: UnitGenerator {
  public static let specification = UnitSpecification(
    "ExpRand", "A random number, drawn when the synth starts, equally dense on a logarithmic scale.",
    inputs: [
      .init("lo", "The lowest; not 0.", standard: 0.01),
      .init("hi", "The highest; of the same sign.", standard: 1),
    ], outputs: ["number"],
    rates: [.scalar])

  public static let thunk: UnitThunk = { run($0, $1, $2, $3) }
  public static let startThunk: UnitThunk? = { runStart($0, $1, $2, $3) }

  public init(_ preparation: UnitPreparation) {}

  public mutating func start(_ context: UnsafePointer<RenderContext>, _ wires: Wires) {
    wires[2].pointee = context.pointee.random.pointee.exponential(from: wires[0].pointee, to: wires[1].pointee)
  }

  public mutating func process(_ context: UnsafePointer<RenderContext>, _ wires: Wires, _ frames: Int) {}
}
