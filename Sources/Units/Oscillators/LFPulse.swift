public import RealTime

/// A pulse wave between 0 and 1 with all its overtones, and their aliases.
public struct LFPulse: UnitGenerator {
  public static let specification = UnitSpecification(
    "LFPulse", "A pulse wave between 0 and 1 with all its overtones, and their aliases.",
    inputs: [
      .init("freq", "Pitch.", range: -192_000...192_000, measure: "hertz", standard: 440),
      .init("iphase", "Where it begins: 0 to 1.", range: 0...1, rates: [.scalar, .control]),
      .init(
        "width", "The part of the period for which it is 1.", range: 0...1, standard: 0.5, rates: [.scalar, .control]),
    ], outputs: ["wave"],
    rates: [.audio, .control])

  public static let thunk: UnitThunk = { run($0, $1, $2, $3) }
  public static let startThunk: UnitThunk? = { runStart($0, $1, $2, $3) }

  private let inputs: UnitInputs
  private let step: Float
  private var phase = 0.0
  private var width: Float = 0

  public init(_ preparation: UnitPreparation) {
    inputs = UnitInputs(preparation)
    step = Float(1 / preparation.valuesPerSecond)
  }

  public mutating func start(_ context: UnsafePointer<RenderContext>, _ wires: Wires) {
    phase = Double(wires[1].pointee)
    width = wires[2].pointee
    process(context, wires, 1)
  }

  /// A block of a pitch and a width that stand still.
  @inline(__always)
  private mutating func pulse(_ output: UnsafeMutablePointer<Float>, _ frames: Int, by step: Double) {
    let begins = phase >= 1
    let first: Float = width <= 0.5 ? 1 : 0
    var phases = PhaseLanes(begins ? phase - 1 : phase, by: step, period: 1)
    let start: Float = begins ? first : phase < Double(width) ? 1 : 0
    var frame = 0
    while frame < frames {
      let places = phases.next()
      let isOpen = (Double(width) - places).lanes .> 0
      // Those that have just gone around.
      let isFirst = (step - places).lanes .> 0
      Lanes.zero.replacing(with: 1, where: isOpen).replacing(with: first, where: isFirst).store(to: output + frame)
      frame &+= 8
    }
    output.pointee = start
    phase = phases.firstUnwrapped(step)
  }

  public mutating func process(_ context: UnsafePointer<RenderContext>, _ wires: Wires, _ frames: Int) {
    let output = wires[3]
    let frequency = inputs.signal(wires, 0)
    let still = Double(frequency[0] * step)
    if !inputs.isAudio(0) && frames & 7 == 0 && still >= 0 && still < 1 && phase >= 0 && phase < 1 + still
      && width == wires[2].pointee
    {
      pulse(output, frames, by: still)
      return
    }
    var (phase, width) = (phase, width)
    defer { (self.phase, self.width) = (phase, width) }
    var frame = 0
    while frame < frames {
      if phase >= 1 {
        phase -= 1
        width = wires[2].pointee
        // At least one frame is of the other half.
        output[frame] = width <= 0.5 ? 1 : 0
      } else {
        output[frame] = phase < Double(width) ? 1 : 0
      }
      phase += Double(frequency[frame] * step)
      frame &+= 1
    }
  }
}
