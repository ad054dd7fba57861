public import RealTime

/// Limits how fast a signal may rise and fall.
public struct Slew: UnitGenerator {
  public static let specification = UnitSpecification(
    "Slew", "Limits the slope of a signal.",
    inputs: [
      .init("in", "The signal.", followsUnit: true),
      .init("up", "The fastest rise.", range: 0...1e9, measure: "a second", standard: 1),
      .init("dn", "The fastest fall.", range: 0...1e9, measure: "a second", standard: 1),
    ],
    outputs: ["slewed"], rates: [.audio, .control])

  public static let thunk: UnitThunk = { run($0, $1, $2, $3) }
  public static let startThunk: UnitThunk? = { runStart($0, $1, $2, $3) }

  private let secondsPerValue: Double
  private var level: Float = 0

  public init(_ preparation: UnitPreparation) { secondsPerValue = 1 / preparation.valuesPerSecond }

  public mutating func start(_ context: UnsafePointer<RenderContext>, _ wires: Wires) {
    level = wires[0].pointee
    wires[3].pointee = level
  }

  public mutating func process(_ context: UnsafePointer<RenderContext>, _ wires: Wires, _ frames: Int) {
    let input = wires[0]
    let output = wires[3]
    let up = Float(Double(wires[1].pointee) * secondsPerValue)
    let down = -Float(Double(wires[2].pointee) * secondsPerValue)
    var frame = 0
    while frame < frames {
      let change = input[frame] - level
      level += change > up ? up : (change < down ? down : change)
      output[frame] = level
      frame &+= 1
    }
  }
}
