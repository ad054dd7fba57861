public import RealTime

/// Goes to the signal in straight lines, a new one after each period.
public struct Ramp: UnitGenerator {
  public static let specification = UnitSpecification(
    "Ramp", "Straight lines to samples of the signal.",
    inputs: [
      .init("in", "The signal."),
      .init("lagTime", "Time of a line.", range: 0...1e6, measure: "seconds", standard: 0.1),
    ],
    outputs: ["ramp"], rates: [.audio, .control])

  public static let thunk: UnitThunk = { run($0, $1, $2, $3) }
  public static let startThunk: UnitThunk? = { runStart($0, $1, $2, $3) }

  private let inputs: UnitInputs
  private let valuesPerSecond: Double
  private var level = 0.0
  private var slope = 0.0
  private var remaining = 1

  public init(_ preparation: UnitPreparation) {
    inputs = UnitInputs(preparation)
    valuesPerSecond = preparation.valuesPerSecond
  }

  public mutating func start(_ context: UnsafePointer<RenderContext>, _ wires: Wires) {
    level = Double(wires[0].pointee)
    wires[2].pointee = Float(level)
  }

  public mutating func process(_ context: UnsafePointer<RenderContext>, _ wires: Wires, _ frames: Int) {
    let input = inputs.signal(wires, 0)
    let output = wires[2]
    let length = Double(wires[1].pointee) * valuesPerSecond
    var frame = 0
    while frame < frames {
      output[frame] = Float(level)
      level += slope
      frame &+= 1
      remaining &-= 1
      if remaining <= 0 {
        remaining = length >= 1 ? Int(min(length, 1e15)) : 1
        // Behind the last frame of the block stands what scsynth reads there: the next value is not known yet.
        let next = inputs.isAudio(0) && frame >= frames ? frames - 1 : frame
        slope = (Double(input[frames == 1 ? 0 : next]) - level) / Double(remaining)
      }
    }
  }
}
