public import RealTime

/// A sawtooth with all its overtones, and their aliases.
public struct LFSaw: UnitGenerator {
  public static let specification = UnitSpecification(
    "LFSaw", "A sawtooth with all its overtones, and their aliases.",
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
    phase = Double(wires[1].pointee)
    process(context, wires, 1)
  }

  public mutating func process(_ context: UnsafePointer<RenderContext>, _ wires: Wires, _ frames: Int) {
    let output = wires[2]
    let isAudio = inputs.isAudio(0)
    let frequency = inputs.signal(wires, 0)
    let still = Double(frequency[0] * step)
    if !isAudio && frames & 7 == 0 && still.magnitude < 2 && phase.magnitude < 1 {
      // Downwards it is the same upside down.
      let sign: Double = still < 0 ? -1 : 1
      var phases = PhaseLanes(phase * sign + 1, by: still.magnitude, period: 2)
      var frame = 0
      while frame < frames {
        ((phases.next() + -1) * sign).store(to: output + frame)
        frame &+= 8
      }
      phase = (phases.first - 1) * sign
      return
    }
    var phase = phase
    defer { self.phase = phase }
    var frame = 0
    while frame < frames {
      output[frame] = Float(phase)
      let way = Double(frequency[frame] * step)
      phase += way
      if phase >= 1 && (way >= 0 || isAudio) { phase -= 2 } else if phase <= -1 && (way < 0 || isAudio) { phase += 2 }
      frame &+= 1
    }
  }
}
