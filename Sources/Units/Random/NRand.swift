public import RealTime

/// The mean of some random numbers, drawn when the synth starts: the more, the nearer to the normal distribution.
public struct NRand: UnitGenerator {
  public static let specification = UnitSpecification(
    "NRand",
    "The mean of some random numbers, drawn when the synth starts: the more, the nearer to the normal distribution.",
    inputs: [
      .init("lo", "The lowest.", standard: 0),
      .init("hi", "The highest.", standard: 1),
      .init("n", "How many.", range: 1...65_536, standard: 2),
    ], outputs: ["number"],
    rates: [.scalar])

  public static let thunk: UnitThunk = { run($0, $1, $2, $3) }
  public static let startThunk: UnitThunk? = { runStart($0, $1, $2, $3) }

  public init(_ preparation: UnitPreparation) {}

  public mutating func start(_ context: UnsafePointer<RenderContext>, _ wires: Wires) {
    var random = context.pointee.random.pointee
    let wanted = Int32(processorTruncating: wires[2].pointee)
    let count = wanted < 65_536 ? wanted : 65_536
    var sum: Float = 0
    var index: Int32 = 0
    while index < count {
      sum += random.unipolar()
      index += 1
    }
    context.pointee.random.pointee = random
    wires[3].pointee = count <= 0 ? 0 : sum / Float(count) * (wires[1].pointee - wires[0].pointee) + wires[0].pointee
  }

  public mutating func process(_ context: UnsafePointer<RenderContext>, _ wires: Wires, _ frames: Int) {}
}
