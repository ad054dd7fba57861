import RealTime

/// A unit that tells one fact of the engine: an output, no inputs.
protocol EngineFact: UnitGenerator {
  static func value(_ context: UnsafePointer<RenderContext>) -> Float
}

extension EngineFact {
  @inline(__always)
  func tell(_ context: UnsafePointer<RenderContext>, _ wires: Wires) { wires[0].pointee = Self.value(context) }

  static func fact(_ name: String, _ summary: String, rates: [Rate] = [.scalar]) -> UnitSpecification {
    UnitSpecification(name, summary, inputs: [], outputs: ["value"], rates: rates)
  }
}
