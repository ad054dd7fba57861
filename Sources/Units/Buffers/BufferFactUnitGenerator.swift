import RealTime

/// A unit that tells one fact of a buffer.
protocol BufferFactUnitGenerator: UnitGenerator {
  static func value(_ buffer: SampleBuffer, _ context: UnsafePointer<RenderContext>) -> Float
}

extension BufferFactUnitGenerator {
  static func fact(_ name: String, _ summary: String) -> UnitSpecification {
    UnitSpecification(
      name, summary, inputs: [.init("bufnum", "The buffer's number.", rates: [.scalar, .control])], outputs: ["value"],
      rates: [.control, .scalar])
  }

  @inline(__always)
  public mutating func start(_ context: UnsafePointer<RenderContext>, _ wires: Wires) { process(context, wires, 1) }

  @inline(__always)
  public mutating func process(_ context: UnsafePointer<RenderContext>, _ wires: Wires, _ frames: Int) {
    let buffer = context.pointee.meantBuffer(wires[0].pointee)
    wires[1].pointee = buffer.map { Self.value($0.pointee, context) } ?? 0
  }
}
