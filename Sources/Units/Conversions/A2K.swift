public import RealTime

/// An audio-rate signal at control rate: the first frame of each block.
public struct A2K: UnitGenerator {
  public static let specification = UnitSpecification(
    "A2K", "An audio-rate signal at control rate: the first frame of each block.",
    inputs: [.init("in", "The signal.")], outputs: ["signal"], rates: [.control])

  public static let thunk: UnitThunk = { run($0, $1, $2, $3) }
  public static let startThunk: UnitThunk? = { runStart($0, $1, $2, $3) }

  public init(_ preparation: UnitPreparation) {}

  public mutating func start(_ context: UnsafePointer<RenderContext>, _ wires: Wires) { process(context, wires, 1) }

  public mutating func process(_ context: UnsafePointer<RenderContext>, _ wires: Wires, _ frames: Int) {
    wires[1].pointee = wires[0].pointee
  }
}
