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

  public mutating func process(_ context: UnsafePointer<RenderContext>, _ wires: Wires, _ frames: Int) {
    let output = wires[3]
    let frequency = inputs.signal(wires, 0)
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
