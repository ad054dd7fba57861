public import RealTime

/// A pluck: a square and a sawtooth through a low pass that falls shut. It frees its synth when the note is over.
public struct PluckVoice: UnitGenerator {
  public static let specification = UnitSpecification(
    "PluckVoice",
    "A pluck: a square and a sawtooth through a low pass that falls shut. Inputs are taken when the note begins.",
    inputs: [
      .init("frequency", "Pitch.", range: 10...8000, measure: "hertz", standard: 440, rates: [.scalar]),
      .init("amplitude", "Peak, about.", range: 0...4, standard: 0.3, rates: [.scalar]),
      .init("length", "How long it is held.", range: 0...600, measure: "seconds", standard: 0.2, rates: [.scalar]),
      .init(
        "brightness", "The low pass at the beginning.", range: 20...20_000, measure: "hertz", standard: 5000,
        rates: [.scalar]),
      .init(
        "darkness", "The low pass in the end.", range: 20...20_000, measure: "hertz", standard: 400, rates: [.scalar]),
      .init(
        "closing", "Time in which it falls by 60 dB from the one to the other.", range: 0.01...20, measure: "seconds",
        standard: 0.5, rates: [.scalar]),
      .init(
        "decay", "Time in which the note falls by 60 dB.", range: 0.02...60, measure: "seconds", standard: 1.2,
        rates: [.scalar]),
      .init("resonance", "Of the low pass, as Q.", range: 0.5...20, standard: 1.4, rates: [.scalar]),
      .init("mix", "0 is the square alone, 1 the sawtooth.", range: 0...1, standard: 0.5, rates: [.scalar]),
    ],
    outputs: ["pluck"])

  public static let thunk: UnitThunk = { run($0, $1, $2, $3) }

  private var start = NoteStart()
  private var saw = SawWave(phase: 0.5)
  private var square = SawWave(phase: 0.25)
  private let turns: Float
  private let mix: Float
  private let dark: Float
  private var bright: Float
  private let closing: Float
  private let damping: Float
  private var filter = StateVariableFilter()
  private var envelope: NoteEnvelope
  private let gain: Float

  public init(_ preparation: UnitPreparation) {
    func number(_ index: Int) -> Float { preparation.number(index, of: Self.specification) }
    turns = preparation.turns(number(0))
    mix = number(8)
    dark = preparation.turns(number(4))
    bright = max(0, preparation.turns(number(3)) - preparation.turns(number(4)))
    closing = preparation.fall(number(5))
    damping = 1 / number(7)
    envelope = NoteEnvelope(
      preparation, attack: 0.002, decay: number(6), sustain: 0, length: number(2), release: 0.08)
    gain = number(1)
  }

  public mutating func process(_ context: UnsafePointer<RenderContext>, _ wires: Wires, _ frames: Int) {
    let output = wires[9]
    var frame = start.frame(context, silencing: output)
    while frame < frames {
      // A hair off to either side, so that the two beat slowly.
      let wave = saw.saw(turns * 0.99925) * mix + square.square(turns * 1.00075) * (1 - mix) * 0.7
      filter.take(wave, g: StateVariableFilter.corner(turns: dark + bright), k: damping)
      bright *= closing
      output[frame] = filter.low * envelope.next() * gain
      frame &+= 1
    }
    if envelope.isOver { context.pointee.doneAction.pointee = 2 }
  }
}
