import CRealTime
public import RealTime

/// An exponential line from one value to another of the same sign; then it stays there, and carries out its done action.
public struct XLine: UnitGenerator {
  public static let specification = UnitSpecification(
    "XLine", "An exponential line from one value to another.",
    inputs: [
      .init("start", "Where it begins; not 0.", standard: 1),
      .init("end", "Where it ends; not 0, and of the same sign.", standard: 2),
      .init("dur", "How long it takes.", range: 0...1e9, measure: "seconds", standard: 1),
      .init("doneAction", "What becomes of the synth at the end.", range: 0...15),
    ], outputs: ["line"], rates: [.audio, .control])

  public static let thunk: UnitThunk = { run($0, $1, $2, $3) }
  public static let startThunk: UnitThunk? = { runStart($0, $1, $2, $3) }

  private let valuesPerSecond: Double
  private var level = 0.0
  private var growth = 0.0
  private var end: Float = 0
  private var remaining: Int32 = 0

  public init(_ preparation: UnitPreparation) { valuesPerSecond = preparation.valuesPerSecond }

  public mutating func start(_ context: UnsafePointer<RenderContext>, _ wires: Wires) {
    let first = Double(wires[0].pointee)
    end = wires[1].pointee
    let values = Double(wires[2].pointee) * valuesPerSecond + 0.5
    remaining = values >= 1 ? Int32(values < 2e9 ? values : 2e9) : 0
    if remaining == 0 {
      level = Double(end)
      wires[4].pointee = end
    } else {
      growth = syrinx_pow(Double(end) / first, 1 / Double(remaining))
      level = first * growth
      wires[4].pointee = wires[0].pointee
    }
  }

  /// A block within the line, eight frames at a time.
  @inline(__always)
  private mutating func grow(_ output: UnsafeMutablePointer<Float>, _ frames: Int) {
    let (two, four) = (growth * growth, growth * growth * growth * growth)
    var low = SIMD4(level, level * growth, level * two, level * two * growth)
    let eight = four * four
    var high = low * four
    var frame = 0
    while frame < frames {
      WideLanes(low: low, high: high).store(to: output + frame)
      low *= eight
      high *= eight
      frame &+= 8
    }
    level = low[0]
    remaining &-= Int32(truncatingIfNeeded: frames)
  }

  public mutating func process(_ context: UnsafePointer<RenderContext>, _ wires: Wires, _ frames: Int) {
    let output = wires[4]
    if frames & 7 == 0 && Int(remaining) > frames {
      grow(output, frames)
      return
    }
    var frame = 0
    while frame < frames {
      if remaining <= 0 {
        fill(exactly: output + frame, with: Float(level), frames &- frame)
        return
      }
      output[frame] = Float(level)
      level *= growth
      remaining &-= 1
      if remaining == 0 {
        level = Double(end)
        wires.call.pointee.isDone = true
        context.pointee.perform(doneAction: DoneAction.number(wires[3].pointee))
      }
      frame &+= 1
    }
  }
}
