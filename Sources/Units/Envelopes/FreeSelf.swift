public import RealTime

/// Frees its synth at a trigger.
public struct FreeSelf: UnitGenerator {
  public static let specification = UnitSpecification(
    "FreeSelf", "Frees the synth at a trigger.", inputs: [.init("in", "The trigger.")], outputs: ["value"],
    rates: [.control])

  public static let thunk: UnitThunk = { run($0, $1, $2, $3) }
  public static let startThunk: UnitThunk? = { runStart($0, $1, $2, $3) }

  private var last: Float = 0

  public init(_ preparation: UnitPreparation) {}

  public mutating func start(_ context: UnsafePointer<RenderContext>, _ wires: Wires) { process(context, wires, 1) }

  public mutating func process(_ context: UnsafePointer<RenderContext>, _ wires: Wires, _ frames: Int) {
    let now = wires[0].pointee
    if now > 0 && last <= 0 { context.pointee.perform(doneAction: 2) }
    last = now
    wires[1].pointee = now
  }
}
