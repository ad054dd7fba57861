public import RealTime

/// Chooses which of the engine's random generators the synth draws from.
public struct RandID: UnitGenerator {
  public static let specification = UnitSpecification(
    "RandID", "Chooses the random generator that the synth's units draw from.",
    inputs: [.init("id", "The generator's number.", range: 0...Double(RenderContext.randomCount - 1))],
    outputs: ["zero"],
    rates: [.scalar, .control])

  public static let thunk: UnitThunk = { run($0, $1, $2, $3) }
  public static let startThunk: UnitThunk? = { runStart($0, $1, $2, $3) }

  private var last: Float = -1

  public init(_ preparation: UnitPreparation) {}

  public mutating func start(_ context: UnsafePointer<RenderContext>, _ wires: Wires) { choose(context, wires) }

  public mutating func process(_ context: UnsafePointer<RenderContext>, _ wires: Wires, _ frames: Int) {
    choose(context, wires)
  }

  @inline(__always)
  private mutating func choose(_ context: UnsafePointer<RenderContext>, _ wires: Wires) {
    let id = wires[0].pointee
    if id != last {
      last = id
      let number = BusNumber.whole(id)
      if number >= 0 && number < RenderContext.randomCount { context.pointee.synth.pointee.random = Int32(number) }
    }
    wires[1].pointee = 0
  }
}
