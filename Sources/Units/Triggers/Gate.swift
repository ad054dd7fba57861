public import RealTime

/// Follows a signal while a gate is open, and holds its last value while it is closed.
public struct Gate: UnitGenerator {
  public static let specification = UnitSpecification(
    "Gate", "Follows a signal while a gate is open, and holds its last value while it is closed.",
    inputs: [
      .init("in", "The signal."),
      .init("trig", "The gate: open above 0."),
    ], outputs: ["gated"],
    rates: [.audio, .control])

  public static let thunk: UnitThunk = { run($0, $1, $2, $3) }
  public static let startThunk: UnitThunk? = { runStart($0, $1, $2, $3) }

  let inputs: UnitInputs
  private var level: Float = 0

  public init(_ preparation: UnitPreparation) { inputs = UnitInputs(preparation) }

  public mutating func start(_ context: UnsafePointer<RenderContext>, _ wires: Wires) { process(context, wires, 1) }

  public mutating func process(_ context: UnsafePointer<RenderContext>, _ wires: Wires, _ frames: Int) {
    let (signal, gate) = (inputs.signal(wires, 0), inputs.signal(wires, 1))
    let output = wires[2]
    var level = level
    if inputs.isAudio(1) {
      var frame = 0
      while frame < frames {
        level = gate[frame] > 0 ? signal[frame] : level
        output[frame] = level
        frame &+= 1
      }
    } else if gate[0] > 0 {
      var frame = 0
      while frame < frames {
        signal.lanes(frame).store(to: output + frame)
        frame &+= 8
      }
      level = signal[frames &- 1]
    } else {
      fill(output, with: level, frames)
    }
    self.level = level
  }
}
