public import RealTime

/// A triangle with all its overtones, and their aliases.
public struct LFTri: UnitGenerator {
  public static let specification = UnitSpecification(
    "LFTri", "A triangle with all its overtones, and their aliases.",
    inputs: [
      .init("freq", "Pitch.", range: -192_000...192_000, measure: "hertz", standard: 440),
      .init("iphase", "Where it begins: 0 to 4.", range: 0...4, rates: [.scalar, .control]),
    ], outputs: ["wave"],
    rates: [.audio, .control])

  public static let thunk: UnitThunk = { run($0, $1, $2, $3) }
  public static let startThunk: UnitThunk? = { runStart($0, $1, $2, $3) }

  private let inputs: UnitInputs
  private let step: Float
  private var phase = 0.0

  public init(_ preparation: UnitPreparation) {
    inputs = UnitInputs(preparation)
    step = Float(4 / preparation.valuesPerSecond)
  }

  public mutating func start(_ context: UnsafePointer<RenderContext>, _ wires: Wires) {
    phase = Double(wires[1].pointee)
    process(context, wires, 1)
  }

  public mutating func process(_ context: UnsafePointer<RenderContext>, _ wires: Wires, _ frames: Int) {
    let output = wires[2]
    let frequency = inputs.signal(wires, 0)
    let still = Double(frequency[0] * step)
    if !inputs.isAudio(0) && frames & 7 == 0 && still >= 0 && still <= 4 && phase >= -1 && phase <= 3 {
      var phases = PhaseLanes(phase + 1, by: still, period: 4)
      var frame = 0
      while frame < frames {
        let rising = phases.next().lanes - 1
        rising.replacing(with: 2 - rising, where: rising .> 1).store(to: output + frame)
        frame &+= 8
      }
      phase = phases.first - 1
      return
    }
    var phase = phase
    var frame = 0
    while frame < frames {
      output[frame] = phase > 1 ? Float(2 - phase) : Float(phase)
      phase += Double(frequency[frame] * step)
      if phase >= 3 { phase -= 4 }
      frame &+= 1
    }
    self.phase = phase
  }
}
