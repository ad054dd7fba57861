public import RealTime

/// A wave of cubic curves, near to a sine.
public struct LFCub: UnitGenerator {
  public static let specification = UnitSpecification(
    "LFCub", "A wave of cubic curves, near to a sine.",
    inputs: [
      .init("freq", "Pitch.", range: -192_000...192_000, measure: "hertz", standard: 440),
      .init("iphase", "Where it begins: 0 to 2.", range: 0...2, rates: [.scalar, .control]),
    ], outputs: ["wave"],
    rates: [.audio, .control])

  public static let thunk: UnitThunk = { run($0, $1, $2, $3) }
  public static let startThunk: UnitThunk? = { runStart($0, $1, $2, $3) }

  private let inputs: UnitInputs
  private let step: Float
  private var phase = 0.0

  public init(_ preparation: UnitPreparation) {
    inputs = UnitInputs(preparation)
    step = Float(2 / preparation.valuesPerSecond)
  }

  public mutating func start(_ context: UnsafePointer<RenderContext>, _ wires: Wires) {
    phase = Double(wires[1].pointee) + 0.5
    process(context, wires, 1)
  }

  public mutating func process(_ context: UnsafePointer<RenderContext>, _ wires: Wires, _ frames: Int) {
    let output = wires[2]
    let frequency = inputs.signal(wires, 0)
    let still = Double(frequency[0] * step)
    if !inputs.isAudio(0) && frames & 7 == 0 && still >= 0 && still <= 2 && phase >= 0 && phase <= 2 {
      var phases = PhaseLanes(phase, by: still, period: 2)
      var frame = 0
      while frame < frames {
        let place = phases.next().lanes
        let x = place.replacing(with: 2 - place, where: place .>= 1)
        (x * x * (6 - 4 * x) - 1).store(to: output + frame)
        frame &+= 8
      }
      phase = phases.first
      return
    }
    var phase = phase
    defer { self.phase = phase }
    var frame = 0
    while frame < frames {
      let falls = phase >= 1 && phase < 2
      if phase >= 2 { phase -= 2 }
      let x = falls ? Float(2 - phase) : Float(phase)
      output[frame] = x * x * (6 - 4 * x) - 1
      phase += Double(frequency[frame] * step)
      frame &+= 1
    }
  }
}
