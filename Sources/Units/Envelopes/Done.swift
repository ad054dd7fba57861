public import RealTime

/// 1 once the unit that it watches is done.
public struct Done: UnitGenerator {
  public static let specification = UnitSpecification(
    "Done", "1 once another unit is done.", inputs: [.init("src", "The unit to watch.")], outputs: ["done"],
    rates: [.control])

  public static let thunk: UnitThunk = { run($0, $1, $2, $3) }
  public static let startThunk: UnitThunk? = { runStart($0, $1, $2, $3) }

  public init(_ preparation: UnitPreparation) {}

  public mutating func start(_ context: UnsafePointer<RenderContext>, _ wires: Wires) { process(context, wires, 1) }

  public mutating func process(_ context: UnsafePointer<RenderContext>, _ wires: Wires, _ frames: Int) {
    wires[1].pointee = wires.isSourceDone(0) ? 1 : 0
  }
}
