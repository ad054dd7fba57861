public import RealTime

/// Whichever of two signals changes more.
public struct MostChange: UnitGenerator {
  public static let specification = UnitSpecification(
    "MostChange", "Whichever of two signals changes more.",
    inputs: [
      .init("a", "The first signal."),
      .init("b", "The second signal."),
    ], outputs: ["signal"],
    rates: [.audio, .control])

  public static let thunk: UnitThunk = { run($0, $1, $2, $3) }
  public static let startThunk: UnitThunk? = { runStart($0, $1, $2, $3) }

  private let inputs: UnitInputs
  private var comparison = ChangeComparison(favoursSecond: true)

  public init(_ preparation: UnitPreparation) { inputs = UnitInputs(preparation) }

  public mutating func start(_ context: UnsafePointer<RenderContext>, _ wires: Wires) { process(context, wires, 1) }

  public mutating func process(_ context: UnsafePointer<RenderContext>, _ wires: Wires, _ frames: Int) {
    let (a, b) = (inputs.signal(wires, 0), inputs.signal(wires, 1))
    comparison.choose(a, b, sign: 1, into: wires[2], frames)
  }
}
