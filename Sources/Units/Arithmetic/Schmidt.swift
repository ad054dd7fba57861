public import RealTime

/// A trigger with two thresholds: 1 from above the upper one until below the lower one.
public struct Schmidt: UnitGenerator {
  public static let specification = UnitSpecification(
    "Schmidt", "A trigger with two thresholds.",
    inputs: [
      .init("in", "The signal."),
      .init("lo", "Below it the output falls to 0."),
      .init("hi", "Above it the output rises to 1.", standard: 1),
    ], outputs: ["state"],
    rates: [.audio, .control, .scalar])

  public static let thunk: UnitThunk = { run($0, $1, $2, $3) }
  public static let startThunk: UnitThunk? = { runStart($0, $1, $2, $3) }

  private let inputs: UnitInputs
  private var level: Float = 0

  public init(_ preparation: UnitPreparation) { inputs = UnitInputs(preparation) }

  public mutating func start(_ context: UnsafePointer<RenderContext>, _ wires: Wires) { process(context, wires, 1) }

  public mutating func process(_ context: UnsafePointer<RenderContext>, _ wires: Wires, _ frames: Int) {
    let signal = inputs.signal(wires, 0)
    let (low, high) = (wires[1].pointee, wires[2].pointee)
    let output = wires[3]
    var frame = 0
    while frame < frames {
      let value = signal[frame]
      if level == 1 {
        if value < low { level = 0 }
      } else if value > high {
        level = 1
      }
      output[frame] = level
      frame &+= 1
    }
  }
}
