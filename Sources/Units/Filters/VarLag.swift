public import RealTime

/// Goes to each new value in a straight line of a given time.
public struct VarLag: UnitGenerator {
  public static let specification = UnitSpecification(
    "VarLag", "Straight lines to each new value.",
    inputs: [
      .init("in", "The value."),
      .init("time", "Time of a line.", range: 0...1e6, measure: "seconds", standard: 0.1),
      .init("start", "Where it begins."),
    ],
    outputs: ["ramp"], rates: [.audio, .control])

  public static let thunk: UnitThunk = { run($0, $1, $2, $3) }
  public static let startThunk: UnitThunk? = { runStart($0, $1, $2, $3) }

  private let valuesPerSecond: Double
  private var level = 0.0
  private var slope = 0.0
  private var remaining = 0.0
  private var target: Float = 0
  private var time: Float = 0

  public init(_ preparation: UnitPreparation) { valuesPerSecond = preparation.valuesPerSecond }

  public mutating func start(_ context: UnsafePointer<RenderContext>, _ wires: Wires) {
    level = Double(wires[2].pointee)
    aim(at: wires[0].pointee, in: wires[1].pointee)
    wires[3].pointee = Float(level)
  }

  @inline(__always)
  private mutating func aim(at newTarget: Float, in newTime: Float) {
    target = newTarget
    time = newTime
    let values = Double(newTime) * valuesPerSecond
    remaining = values >= 1 ? Decaying.whole(values) : 1
    slope = (Double(newTarget) - level) / remaining
  }

  public mutating func process(_ context: UnsafePointer<RenderContext>, _ wires: Wires, _ frames: Int) {
    let output = wires[3]
    if wires[0].pointee != target {
      aim(at: wires[0].pointee, in: wires[1].pointee)
    } else if wires[1].pointee != time {
      if remaining > 0 {
        let scale = Double(wires[1].pointee / time)
        let values = remaining * scale
        remaining = values >= 1 ? Decaying.whole(values) : 1
        slope /= scale
      }
      time = wires[1].pointee
    }
    var frame = 0
    while frame < frames {
      output[frame] = Float(level)
      if remaining > 0 {
        level += slope
        remaining -= 1
      } else {
        level = Double(target)
      }
      frame &+= 1
    }
  }
}
