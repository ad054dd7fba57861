public import RealTime

/// A control-rate trigger at audio rate: one frame of a block.
public struct T2A: UnitGenerator {
  public static let specification = UnitSpecification(
    "T2A", "A control-rate trigger at audio rate.",
    inputs: [
      .init("in", "The trigger: rises above 0."),
      .init("offset", "The frame of the block at which it comes.", range: 0...63, measure: "frames"),
    ], outputs: ["trigger"])

  public static let thunk: UnitThunk = { run($0, $1, $2, $3) }
  public static let startThunk: UnitThunk? = { runStart($0, $1, $2, $3) }

  private var last: Float = 0

  public init(_ preparation: UnitPreparation) {}

  public mutating func start(_ context: UnsafePointer<RenderContext>, _ wires: Wires) {
    last = wires[0].pointee
    wires[2].pointee = last > 0 && !(wires[1].pointee >= 1) ? last : 0
  }

  public mutating func process(_ context: UnsafePointer<RenderContext>, _ wires: Wires, _ frames: Int) {
    let level = wires[0].pointee
    clear(wires[2], frames)
    if last <= 0 && level > 0 {
      let offset = Int(Int32(processorTruncating: wires[1].pointee))
      if offset >= 0 && offset < frames { wires[2][offset] = level }
    }
    last = level
  }
}
