public import RealTime

/// An electric piano: a tone that is bent by another of its pitch, and the ring of a tine. It frees its synth when the
/// note is over.
public struct ElectricPiano: UnitGenerator {
  public static let specification = UnitSpecification(
    "ElectricPiano", "An electric piano by frequency modulation. Inputs are taken when the note begins.",
    inputs: [
      .init("frequency", "Pitch.", range: 10...8000, measure: "hertz", standard: 220, rates: [.scalar]),
      .init("amplitude", "Peak, about.", range: 0...4, standard: 0.3, rates: [.scalar]),
      .init("length", "How long the key is held.", range: 0...600, measure: "seconds", standard: 0.5, rates: [.scalar]),
      .init("touch", "How hard it is struck; harder is brighter.", range: 0...1, standard: 0.6, rates: [.scalar]),
      .init("bark", "Depth of the modulation.", range: 0...8, standard: 1.4, rates: [.scalar]),
      .init("tine", "Share of the tine's ring.", range: 0...1, standard: 0.25, rates: [.scalar]),
      .init("decay", "Time to fall by 60 dB.", range: 0.05...60, measure: "seconds", standard: 5, rates: [.scalar]),
      .init(
        "release", "Time to end when the key is let go.", range: 0.005...20, measure: "seconds", standard: 0.25,
        rates: [.scalar]),
    ],
    outputs: ["piano"],
    source:
      "J. Chowning, \"The synthesis of complex audio spectra by means of frequency modulation\", JAES 21 (7), 1973.")

  public static let thunk: UnitThunk = { run($0, $1, $2, $3) }

  /// The tine rings at so many times the pitch, where that is below this share of the sample rate.
  private static let tineRatio: Float = 14
  private static let tineLimit: Float = 0.25

  private var start = NoteStart()
  private var phase: Float = 0
  private var tinePhase: Float = 0
  private let turns: Float
  private let tineTurns: Float
  /// In turns.
  private var bend: Float
  private let restingBend: Float
  private let bendFall: Float
  private var tine: Float
  private let tineFall: Float
  private var envelope: NoteEnvelope
  private let gain: Float

  public init(_ preparation: UnitPreparation) {
    func number(_ index: Int) -> Float { preparation.number(index, of: Self.specification) }
    turns = preparation.turns(number(0))
    let rings = turns * Self.tineRatio < Self.tineLimit
    tineTurns = rings ? turns * Self.tineRatio : 0
    // Higher notes take less modulation, so that no side band comes near half the sample rate.
    let height = turns * 40
    let depth = number(4) * number(3) / (1 + height * height) / (2 * Float.pi)
    restingBend = depth * 0.3
    bend = depth * 0.7
    bendFall = preparation.fall(1.2)
    tine = rings ? number(5) * number(3) : 0
    tineFall = preparation.fall(0.35)
    envelope = NoteEnvelope(
      preparation, attack: 0.003, decay: number(6), sustain: 0, length: number(2), release: number(7))
    gain = number(1)
  }

  public mutating func process(_ context: UnsafePointer<RenderContext>, _ wires: Wires, _ frames: Int) {
    let phases = context.pointee.scratch
    let tinePhases = phases + 64
    let bends = phases + 128
    let tines = phases + 192
    let levels = phases + 256
    var frame = start.frame(context, silencing: levels)
    var silent = 0
    while silent < frame {
      phases[silent] = 0
      tinePhases[silent] = 0
      bends[silent] = 0
      tines[silent] = 0
      silent &+= 1
    }
    while frame < frames {
      phases[frame] = phase
      tinePhases[frame] = tinePhase
      phase += turns
      if phase > 0.5 { phase -= 1 }
      tinePhase += tineTurns
      if tinePhase > 0.5 { tinePhase -= 1 }
      bends[frame] = restingBend + bend
      bend *= bendFall
      tines[frame] = tine
      tine *= tineFall
      levels[frame] = envelope.next() * gain
      frame &+= 1
    }
    frame = 0
    while frame < frames {
      let base = Lanes(loading: phases + frame)
      let bent = multiplyAdd(sine(turns: base), Lanes(loading: bends + frame), base).wrappedTurns
      let wave = multiplyAdd(
        sine(turns: Lanes(loading: tinePhases + frame)), Lanes(loading: tines + frame) * 0.3, sine(turns: bent))
      (wave * Lanes(loading: levels + frame)).store(to: wires[8] + frame)
      frame &+= 8
    }
    if envelope.isOver { context.pointee.doneAction.pointee = 2 }
  }
}
