public import RealTime

/// A bass: a sine and a sawtooth of one pitch through a low pass that closes. It frees its synth when the note is over.
public struct BassVoice: UnitGenerator {
  public static let specification = UnitSpecification(
    "BassVoice", "A bass: a sine and a sawtooth through a low pass that closes. Inputs are taken when the note begins.",
    inputs: [
      .init("frequency", "Pitch.", range: 10...4000, measure: "hertz", standard: 55, rates: [.scalar]),
      .init("amplitude", "Peak, about.", range: 0...4, standard: 0.5, rates: [.scalar]),
      .init("length", "How long it is held.", range: 0...600, measure: "seconds", standard: 0.5, rates: [.scalar]),
      .init("bite", "Share of the sawtooth.", range: 0...1, standard: 0.4, rates: [.scalar]),
      .init(
        "brightness", "The low pass at the beginning, in multiples of the pitch.", range: 1...100, standard: 12,
        rates: [.scalar]),
      .init("darkness", "The low pass in the end, likewise.", range: 1...100, standard: 3, rates: [.scalar]),
      .init(
        "closing", "Time in which it closes.", range: 0.01...10, measure: "seconds", standard: 0.4, rates: [.scalar]),
      .init(
        "decay", "Time to fall by 60 dB towards half the level.", range: 0.05...60, measure: "seconds", standard: 1.5,
        rates: [.scalar]),
      .init("drive", "How hard it is saturated.", range: 0.1...10, standard: 1.2, rates: [.scalar]),
    ],
    outputs: ["bass"])

  public static let thunk: UnitThunk = { run($0, $1, $2, $3) }

  private var start = NoteStart()
  private var saw: SawWave
  private let turns: Float
  private let bite: Float
  private var opening: Float = 1
  private let closing: Float
  private let bright: Float
  private let dark: Float
  private var filter = StateVariableFilter()
  private var envelope: NoteEnvelope
  private let drive: Float
  private let gain: Float

  public init(_ preparation: UnitPreparation) {
    func number(_ index: Int) -> Float { preparation.number(index, of: Self.specification) }
    turns = preparation.turns(number(0))
    // The sawtooth crosses nought in the middle of its turn: there nothing steps.
    saw = SawWave(phase: 0.5)
    bite = number(3)
    closing = preparation.fall(number(6))
    dark = number(5)
    bright = number(4) - number(5)
    envelope = NoteEnvelope(
      preparation, attack: 0.004, decay: number(7), sustain: 0.5, length: number(2), release: 0.06)
    drive = number(8)
    gain = number(1) / hyperbolicTangent(Lanes(repeating: number(8)))[0]
  }

  public mutating func process(_ context: UnsafePointer<RenderContext>, _ wires: Wires, _ frames: Int) {
    let output = wires[9]
    let phases = context.pointee.scratch
    let saws = phases + 64
    let levels = phases + 128
    var frame = start.frame(context, silencing: phases)
    var silent = 0
    while silent < frame {
      saws[silent] = 0
      levels[silent] = 0
      silent &+= 1
    }
    while frame < frames {
      phases[frame] = saw.phase - 0.5
      let corner = StateVariableFilter.corner(turns: turns * (dark + bright * opening))
      opening *= closing
      filter.take(saw.saw(turns), g: corner, k: 1.1)
      saws[frame] = filter.low * bite
      levels[frame] = envelope.next() * gain
      frame &+= 1
    }
    frame = 0
    while frame < frames {
      // The sawtooth rises through the middle of its turn as the sine does: they add.
      let wave = multiplyAdd(
        sine(turns: Lanes(loading: phases + frame)), Lanes(repeating: 1 - bite * 0.5), Lanes(loading: saws + frame))
      (hyperbolicTangent(wave * drive) * Lanes(loading: levels + frame)).store(to: output + frame)
      frame &+= 8
    }
    if envelope.isOver { context.pointee.doneAction.pointee = 2 }
  }
}
