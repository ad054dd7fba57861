public import RealTime

/// A straight line from one value to another; then it stays there, and carries out its done action.
public struct Line: UnitGenerator {
  public static let specification = UnitSpecification(
    "Line", "A straight line from one value to another.",
    inputs: [
      .init("start", "Where it begins."),
      .init("end", "Where it ends.", standard: 1),
      .init("dur", "How long it takes.", range: 0...1e9, measure: "seconds", standard: 1),
      .init("doneAction", "What becomes of the synth at the end.", range: 0...15),
    ],
    outputs: ["line"], rates: [.audio, .control])

  public static let thunk: UnitThunk = { run($0, $1, $2, $3) }
  public static let startThunk: UnitThunk? = { runStart($0, $1, $2, $3) }

  private let valuesPerSecond: Double
  private var level = 0.0
  private var slope = 0.0
  private var end: Float = 0
  private var remaining: Int32 = 0

  public init(_ preparation: UnitPreparation) { valuesPerSecond = preparation.valuesPerSecond }

  public mutating func start(_ context: UnsafePointer<RenderContext>, _ wires: Wires) {
    let first = Double(wires[0].pointee)
    end = wires[1].pointee
    let values = Double(wires[2].pointee) * valuesPerSecond + 0.5
    remaining = values >= 1 ? Int32(min(values, 2e9)) : 1
    if values >= 1 {
      slope = (Double(end) - first) / Double(remaining)
      level = first + slope
    } else {
      level = Double(end)
    }
    wires[4].pointee = Float(level)
  }

  public mutating func process(_ context: UnsafePointer<RenderContext>, _ wires: Wires, _ frames: Int) {
    let output = wires[4]
    var frame = 0
    if frames > 8 && Int(remaining) > frames {
      var line = StraightLine(from: Float(level), by: Float(slope))
      while frame < frames {
        line.next().store(to: output + frame)
        frame &+= 8
      }
      level += Double(frames) * slope
      remaining &-= Int32(frames)
      return
    }
    while frame < frames {
      if remaining == 0 {
        fill(exactly: output + frame, with: end, frames &- frame)
        return
      }
      output[frame] = Float(level)
      level += slope
      remaining &-= 1
      if remaining == 0 {
        wires.call.pointee.isDone = true
        context.pointee.perform(doneAction: DoneAction.number(wires[3].pointee))
      }
      frame &+= 1
    }
  }
}
