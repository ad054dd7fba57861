public import RealTime

/// A random number, drawn when the synth starts.
public struct Rand: UnitGenerator {
  public static let specification = UnitSpecification(
    "Rand", "A random number, drawn when the synth starts.",
    inputs: [.init("lo", "The lowest."), .init("hi", "The highest.", standard: 1)], outputs: ["number"],
    rates: [.scalar])

  public static let thunk: UnitThunk = { run($0, $1, $2, $3) }
  public static let startThunk: UnitThunk? = { runStart($0, $1, $2, $3) }

  public init(_ preparation: UnitPreparation) {}

  public mutating func start(_ context: UnsafePointer<RenderContext>, _ wires: Wires) {
    let low = wires[0].pointee
    wires[2].pointee = context.pointee.random.pointee.unipolar() * (wires[1].pointee - low) + low
  }

  public mutating func process(_ context: UnsafePointer<RenderContext>, _ wires: Wires, _ frames: Int) {}
}
