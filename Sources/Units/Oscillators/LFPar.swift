public import RealTime

/// A wave of parabolas, near to a sine.
public struct LFPar: UnitGenerator {
  public static let specification = UnitSpecification(
    "LFPar", "A wave of parabolas, near to a sine.",
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
        let place = phases.next().lanes
        let (up, down) = (place - 1, place - 3)
        (1 - up * up).replacing(with: down * down - 1, where: place .>= 2).store(to: output + frame)
        frame &+= 8
      }
      phase = phases.first - 1
      return
    }
    var phase = phase
    defer { self.phase = phase }
    var frame = 0
    while frame < frames {
      if phase >= 1 && phase < 3 {
        let x = Float(phase - 2)
        output[frame] = x * x - 1
      } else {
        if phase >= 3 { phase -= 4 }
        let x = Float(phase)
        output[frame] = 1 - x * x
      }
      phase += Double(frequency[frame] * step)
      frame &+= 1
    }
  }
}
