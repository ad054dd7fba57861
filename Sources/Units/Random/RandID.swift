public import RealTime

/// Chooses the random generator that its synth draws from.
public struct RandID: UnitGenerator {
  public static let specification = UnitSpecification(
    "RandID", "Chooses the random generator that its synth draws from.",
    inputs: [.init("id", "Its number.", range: 0...16_777_215)], outputs: ["zero"], rates: [.control, .scalar])

  public static let thunk: UnitThunk = { run($0, $1, $2, $3) }
  public static let startThunk: UnitThunk? = { runStart($0, $1, $2, $3) }

  private var last: Float = -1

  public init(_ preparation: UnitPreparation) {}

  public mutating func start(_ context: UnsafePointer<RenderContext>, _ wires: Wires) { process(context, wires, 1) }

  public mutating func process(_ context: UnsafePointer<RenderContext>, _ wires: Wires, _ frames: Int) {
    let id = wires[0].pointee
    if id != last {
      last = id
      if id >= 0 && id < Float(context.pointee.randomCount) { context.pointee.synth.pointee.random = Int32(id) }
    }
    wires[1].pointee = 0
  }
}
