public import RealTime

/// A voice that sings vowels: a bright source with vibrato through the resonances of a mouth. It frees its synth when
/// the note is over.
public struct LeadVoice: UnitGenerator {
  public static let specification = UnitSpecification(
    "LeadVoice", "A voice that sings vowels, with vibrato. Inputs are taken when the note begins.",
    inputs: [
      .init("frequency", "Pitch.", range: 20...4000, measure: "hertz", standard: 330, rates: [.scalar]),
      .init("amplitude", "Peak, about.", range: 0...4, standard: 0.4, rates: [.scalar]),
      .init("length", "How long it is held.", range: 0...600, measure: "seconds", standard: 0.5, rates: [.scalar]),
      .init(
        "from", "The pitch from which it slides; 0 begins at its own.", range: 0...4000, measure: "hertz", standard: 0,
        rates: [.scalar]),
      .init(
        "slide", "Time of the slide to a thousandth.", range: 0.001...5, measure: "seconds", standard: 0.09,
        rates: [.scalar]),
      .init("vowel", "0 u, 1 o, 2 a, 3 e, 4 i.", range: 0...4, standard: 2, rates: [.scalar]),
      .init("vowelTo", "The vowel to which it moves.", range: 0...4, standard: 2, rates: [.scalar]),
      .init("size", "Of the mouth: 1 a woman's, 0.85 a man's.", range: 0.5...2, standard: 1, rates: [.scalar]),
      .init("vibrato", "Depth, to either side.", range: 0...200, measure: "cents", standard: 22, rates: [.scalar]),
      .init("breath", "Share of noise.", range: 0...1, standard: 0.04, rates: [.scalar]),
      .init("attack", "Time to rise.", range: 0.001...5, measure: "seconds", standard: 0.035, rates: [.scalar]),
      .init("release", "Time to end.", range: 0.005...20, measure: "seconds", standard: 0.12, rates: [.scalar]),
      .init("seed", "Which noise.", range: 0...16_777_216, standard: 1, rates: [.scalar]),
    ],
    outputs: ["voice"])

  public static let thunk: UnitThunk = { run($0, $1, $2, $3) }

  /// Singers' vibrato in hertz, and the seconds before it sets in and until it is full.
  private static let vibratoHertz: Float = 5.4
  private static let vibratoOnset: (delay: Float, rise: Float) = (0.16, 0.35)

  private var start = NoteStart()
  private var saw = SawWave(phase: 0.5)
  private let turns: Float
  private var slide: Float
  private let slideFall: Float
  private var swing: Float = 0
  private let swingTurns: Float
  private let depth: Float
  /// Runs from below 0, where there is no vibrato yet, to 1.
  private var swingLevel: Float
  private let swingRise: Float
  private var noise: NoiseSource
  private let breath: Float
  private var tilted: Float = 0
  private let tilt: Float
  private var bank: FormantBank
  private var envelope: NoteEnvelope
  private let gain: Float

  public init(_ preparation: UnitPreparation) {
    func number(_ index: Int) -> Float { preparation.number(index, of: Self.specification) }
    let frequency = number(0)
    turns = min(preparation.turns(frequency), 0.2)
    slide = number(3) > 0 ? max(-0.75, min(number(3) / frequency - 1, 1)) : 0
    slideFall = preparation.fall(number(4))
    swingTurns = preparation.turns(Self.vibratoHertz)
    depth = number(8) / 1731
    swingRise = 1 / Float(preparation.frames(Self.vibratoOnset.rise))
    swingLevel = -Self.vibratoOnset.delay / Self.vibratoOnset.rise
    noise = NoiseSource(seed: number(12))
    breath = number(9)
    tilt = preparation.smoothing(max(2200, 4 * frequency))
    bank = FormantBank(
      preparation, from: Vowel(number(5), size: number(7)), to: Vowel(number(6), size: number(7)))
    envelope = NoteEnvelope(
      preparation, attack: number(10), decay: 4, sustain: 0.8, length: number(2), release: number(11))
    gain = number(1) * 1.5
  }

  public mutating func process(_ context: UnsafePointer<RenderContext>, _ wires: Wires, _ frames: Int) {
    let output = wires[13]
    var frame = start.frame(context, silencing: output)
    let progress = envelope.progress
    bank.move(to: progress * progress * (3 - 2 * progress))
    while frame < frames {
      let moved = turns * (1 + slide) * (1 + wave)
      slide *= slideFall
      let source = saw.saw(moved) + noise.next() * breath
      tilted += (source - tilted) * tilt
      output[frame] = (bank.next(tilted) + tilted * 0.12) * envelope.next() * gain
      frame &+= 1
    }
    if envelope.isOver { context.pointee.doneAction.pointee = 2 }
  }

  /// The vibrato's share of the pitch in the next frame: a sine within 0.1 %, as a parabola bent to it.
  private var wave: Float {
    @inline(__always) mutating get {
      swing += swingTurns
      if swing > 0.5 { swing -= 1 }
      swingLevel = swingLevel + swingRise < 1 ? swingLevel + swingRise : 1
      guard swingLevel > 0 else {
        swing = 0
        return 0
      }
      let parabola = 8 * swing - 16 * swing * (swing < 0 ? -swing : swing)
      let bent = 0.225 * (parabola * (parabola < 0 ? -parabola : parabola) - parabola) + parabola
      return bent * swingLevel * depth
    }
  }
}
