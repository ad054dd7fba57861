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
  private let isAudio: Bool
  private var level = 0.0
  private var slope = 0.0
  private var remaining: Int32 = 0
  private var target: Float = 0
  private var time: Float = 0

  public init(_ preparation: UnitPreparation) {
    valuesPerSecond = preparation.valuesPerSecond
    isAudio = preparation.rate == .audio
  }

  public mutating func start(_ context: UnsafePointer<RenderContext>, _ wires: Wires) {
    level = Double(wires[2].pointee)
    aim(at: wires[0].pointee, in: wires[1].pointee)
    wires[3].pointee = Float(level)
  }

  @inline(__always)
  private mutating func aim(at newTarget: Float, in newTime: Float) {
    target = newTarget
    time = newTime
    remaining = max(1, Int32(processorTruncating: Double(newTime) * valuesPerSecond))
    slope = (Double(newTarget) - level) / Double(remaining)
  }

  /// A new time scales what remains of a line. At audio rate one that was at its end makes one step more, as in scsynth.
  @inline(__always)
  private mutating func scale(to newTime: Float) {
    let scale = newTime / time
    time = newTime
    guard isAudio || remaining > 0 else { return }
    let values = isAudio ? Double(Float(remaining) * scale) : Double(remaining) * Double(scale)
    remaining = max(1, Int32(processorTruncating: values))
    slope /= Double(scale)
  }

  public mutating func process(_ context: UnsafePointer<RenderContext>, _ wires: Wires, _ frames: Int) {
    let output = wires[3]
    if wires[0].pointee != target {
      aim(at: wires[0].pointee, in: wires[1].pointee)
    } else if wires[1].pointee != time {
      scale(to: wires[1].pointee)
    }
    var frame = 0
    while frame < frames {
      if remaining <= 0 {
        output[frame] = Float(level)
        level = Double(target)
        fill(exactly: output + frame + 1, with: target, frames &- frame &- 1)
        return
      }
      let run = min(Int(remaining), frames &- frame)
      rise(output + frame, run)
      remaining &-= Int32(truncatingIfNeeded: run)
      frame &+= run
    }
  }

  /// Frames of a line.
  @inline(__always)
  private mutating func rise(_ output: UnsafeMutablePointer<Float>, _ frames: Int) {
    let slope = slope
    var low = SIMD4(0, 1, 2, 3) * slope + level
    var frame = 0
    while frame &+ 8 <= frames {
      WideLanes(low: low, high: low + 4 * slope).store(to: output + frame)
      low += 8 * slope
      frame &+= 8
    }
    while frame < frames {
      output[frame] = Float(level + slope * Double(frame))
      frame &+= 1
    }
    level += slope * Double(frames)
  }
}
