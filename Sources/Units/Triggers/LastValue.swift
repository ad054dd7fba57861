public import RealTime

/// The value before the last change that was great enough.
public struct LastValue: FrameUnitGenerator {
  public static let specification = UnitSpecification(
    "LastValue", "The value before the last change that was great enough.",
    inputs: [
      .init("in", "The signal."),
      .init("diff", "How great a change counts.", range: 0...1e6, standard: 0.01, rates: [.scalar, .control]),
    ], outputs: ["value"],
    rates: [.audio, .control])

  public static let thunk: UnitThunk = { run($0, $1, $2, $3) }
  public static let startThunk: UnitThunk? = { runStart($0, $1, $2, $3) }

  static var inputCount: Int { 2 }

  let inputs: UnitInputs
  private var least: Float = 0
  private var previous: Float = 0
  private var current: Float = 0
  private var isFirst = true

  public init(_ preparation: UnitPreparation) { inputs = UnitInputs(preparation) }

  public mutating func start(_ context: UnsafePointer<RenderContext>, _ wires: Wires) {
    previous = wires[0].pointee
    current = previous
    process(context, wires, 1)
  }

  mutating func prepare(_ wires: Wires) {
    least = wires[1].pointee
    isFirst = true
  }

  mutating func next(_ signal: Float, _: Float) -> Float {
    // Of a signal of control rate a block has one change at most.
    if (signal - current).magnitude >= least && (isFirst || inputs.isAudio(0)) {
      previous = current
      current = signal
    }
    isFirst = false
    return previous
  }
}
