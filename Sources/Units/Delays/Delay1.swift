public import RealTime

/// A signal a frame later.
public struct Delay1: FrameUnitGenerator {
  public static let specification = UnitSpecification(
    "Delay1", "A signal a frame later.",
    inputs: [
      .init("in", "The signal.", followsUnit: true)
    ], outputs: ["delayed"],
    rates: [.audio, .control])

  public static let thunk: UnitThunk = { run($0, $1, $2, $3) }
  public static let startThunk: UnitThunk? = { runStart($0, $1, $2, $3) }

  static var inputCount: Int { 1 }

  let inputs: UnitInputs
  private var last: Float = 0

  public init(_ preparation: UnitPreparation) { inputs = UnitInputs(preparation) }

  public mutating func start(_ context: UnsafePointer<RenderContext>, _ wires: Wires) {
    last = wires[0].pointee
    process(context, wires, 1)
  }

  mutating func next(_ signal: Float, _: Float) -> Float {
    defer { last = signal }
    return last
  }
}
