public import RealTime

/// Pauses its synth once the unit that it watches is done.
public struct PauseSelfWhenDone: UnitGenerator {
  public static let specification = UnitSpecification(
    "PauseSelfWhenDone", "Pauses the synth once another unit is done.", inputs: [.init("src", "The unit to watch.")],
    outputs: ["value"], rates: [.control])

  public static let thunk: UnitThunk = { run($0, $1, $2, $3) }
  public static let startThunk: UnitThunk? = { runStart($0, $1, $2, $3) }

  public init(_ preparation: UnitPreparation) {}

  public mutating func start(_ context: UnsafePointer<RenderContext>, _ wires: Wires) { process(context, wires, 1) }

  public mutating func process(_ context: UnsafePointer<RenderContext>, _ wires: Wires, _ frames: Int) {
    if wires.isSourceDone(0) { context.pointee.perform(doneAction: 1) }
    wires[1].pointee = wires[0].pointee
  }
}
