public import RealTime

/// Makes each impulse a decay.
public struct Decay: UnitGenerator {
  public static let specification = UnitSpecification(
    "Decay", "An exponential decay from each impulse.",
    inputs: [
      .init("in", "The signal.", followsUnit: true),
      .init("decayTime", "Time of a decay by 60 dB.", range: -1e6...1e6, measure: "seconds", standard: 1),
    ],
    outputs: ["decay"], rates: [.audio, .control])

  public static let thunk: UnitThunk = { run($0, $1, $2, $3) }
  public static let startThunk: UnitThunk? = { runStart($0, $1, $2, $3) }

  private let radians: Double
  private var time = Float.nan
  private var pole = GlidingPole()

  public init(_ preparation: UnitPreparation) { radians = 2 * Double.pi / preparation.valuesPerSecond }

  public mutating func start(_ context: UnsafePointer<RenderContext>, _ wires: Wires) {
    time = wires[1].pointee
    pole.factor = Decaying.factor(seconds: time, radians: radians)
    pole.level = Double(wires[0].pointee)
    wires[2].pointee = Float(pole.level)
  }

  public mutating func process(_ context: UnsafePointer<RenderContext>, _ wires: Wires, _ frames: Int) {
    var target = pole.factor
    if wires[1].pointee != time {
      time = wires[1].pointee
      target = Decaying.factor(seconds: time, radians: radians)
    }
    pole.render(wires[0], wires[2], frames, glidingTo: target)
  }
}
