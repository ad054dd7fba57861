public import RealTime

/// Pauses a node while a gate is 0, and runs it while it is not.
public struct Pause: UnitGenerator {
  public static let specification = UnitSpecification(
    "Pause", "Pauses a node while the gate is 0.",
    inputs: [.init("gate", "0 pauses, all else runs."), .init("id", "The node's id.")], outputs: ["gate"],
    rates: [.control])

  public static let thunk: UnitThunk = { run($0, $1, $2, $3) }
  public static let startThunk: UnitThunk? = { runStart($0, $1, $2, $3) }

  private var isRunning = true

  public init(_ preparation: UnitPreparation) {}

  public mutating func start(_ context: UnsafePointer<RenderContext>, _ wires: Wires) { process(context, wires, 1) }

  public mutating func process(_ context: UnsafePointer<RenderContext>, _ wires: Wires, _ frames: Int) {
    let runs = wires[0].pointee != 0
    if runs != isRunning {
      isRunning = runs
      let id = wires[1].pointee
      if id.magnitude < 2e9 { context.pointee.request(runs ? .resume : .pause, node: Int32(id)) }
    }
    wires[2].pointee = wires[0].pointee
  }
}
