public import RealTime

/// Frees a node at a trigger.
public struct Free: UnitGenerator {
  public static let specification = UnitSpecification(
    "Free", "Frees a node at a trigger.",
    inputs: [.init("trig", "The trigger."), .init("id", "The node's id.")], outputs: ["trig"], rates: [.control])

  public static let thunk: UnitThunk = { run($0, $1, $2, $3) }
  public static let startThunk: UnitThunk? = { runStart($0, $1, $2, $3) }

  private var last: Float = 0

  public init(_ preparation: UnitPreparation) {}

  public mutating func start(_ context: UnsafePointer<RenderContext>, _ wires: Wires) { process(context, wires, 1) }

  public mutating func process(_ context: UnsafePointer<RenderContext>, _ wires: Wires, _ frames: Int) {
    let now = wires[0].pointee
    if now > 0 && last <= 0 {
      let id = wires[1].pointee
      if id.magnitude < 2e9 { context.pointee.request(.free, node: Int32(id)) }
    }
    last = now
    wires[2].pointee = now
  }
}
