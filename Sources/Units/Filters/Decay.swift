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
  private var factor = 0.0
  private var level = 0.0

  public init(_ preparation: UnitPreparation) { radians = 2 * Double.pi / preparation.valuesPerSecond }

  public mutating func start(_ context: UnsafePointer<RenderContext>, _ wires: Wires) {
    time = wires[1].pointee
    factor = Decaying.factor(seconds: time, radians: radians)
    level = Double(wires[0].pointee)
    wires[2].pointee = Float(level)
  }

  public mutating func process(_ context: UnsafePointer<RenderContext>, _ wires: Wires, _ frames: Int) {
    let input = wires[0]
    let output = wires[2]
    var target = factor
    if wires[1].pointee != time {
      time = wires[1].pointee
      target = Decaying.factor(seconds: time, radians: radians)
    }
    var b = factor
    let slope = (target - b) / Double(frames)
    if slope == 0 && frames & 7 == 0 {
      var pole = PoleLanes(b, last: level)
      var frame = 0
      while frame < frames {
        pole.next(WideLanes(loading: input + frame)).store(to: output + frame)
        frame &+= 8
      }
      level = Decaying.settled(pole.last[0])
      return
    }
    var y = level
    var frame = 0
    while frame < frames {
      y = multiplyAdd(b, y, Double(input[frame]))
      output[frame] = Float(y)
      b += slope
      frame &+= 1
    }
    factor = target
    level = Decaying.settled(y)
  }
}
