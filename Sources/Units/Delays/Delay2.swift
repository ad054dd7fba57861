public import RealTime

/// A signal two frames later.
public struct Delay2: FrameUnitGenerator {
  public static let specification = UnitSpecification(
    "Delay2", "A signal two frames later.",
    inputs: [
      .init("in", "The signal.", followsUnit: true)
    ], outputs: ["delayed"],
    rates: [.audio, .control])

  public static let thunk: UnitThunk = { run($0, $1, $2, $3) }
  public static let startThunk: UnitThunk? = { runStart($0, $1, $2, $3) }

  static var inputCount: Int { 1 }

  let inputs: UnitInputs
  private var last: Float = 0
  private var before: Float = 0

  public init(_ preparation: UnitPreparation) { inputs = UnitInputs(preparation) }

  mutating func next(_ signal: Float, _: Float) -> Float {
    defer {
      before = last
      last = signal
    }
    return before
  }
}
