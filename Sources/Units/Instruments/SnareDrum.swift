public import RealTime

/// A snare drum: two tones of the skin and the rattle of the wires. It frees its synth when it has died away.
public struct SnareDrum: UnitGenerator {
  public static let specification = UnitSpecification(
    "SnareDrum", "A snare drum: two tones of the skin and a rattle. Inputs are taken when the note begins.",
    inputs: [
      .init("frequency", "The skin's lower tone.", range: 40...2000, measure: "hertz", standard: 185, rates: [.scalar]),
      .init("amplitude", "Peak, about.", range: 0...4, standard: 0.5, rates: [.scalar]),
      .init("skin", "Share of the skin's tones.", range: 0...1, standard: 0.5, rates: [.scalar]),
      .init(
        "skinDecay", "Time in which they fall by 60 dB.", range: 0.01...5, measure: "seconds", standard: 0.16,
        rates: [.scalar]),
      .init("rattle", "Share of the rattle.", range: 0...1, standard: 0.6, rates: [.scalar]),
      .init(
        "decay", "Time in which it falls by 60 dB.", range: 0.01...5, measure: "seconds", standard: 0.28,
        rates: [.scalar]),
      .init(
        "colour", "The rattle's lower corner.", range: 100...12_000, measure: "hertz", standard: 1400,
        rates: [.scalar]),
      .init("seed", "Which noise.", range: 0...16_777_216, standard: 1, rates: [.scalar]),
    ],
    outputs: ["drum"])

  public static let thunk: UnitThunk = { run($0, $1, $2, $3) }

  /// The second tone over the first: the ideal membrane's (0,1) and (1,1) modes, 1.59, moved up by the air inside.
  private static let secondTone: Float = 1.74
  /// The rattle's upper corner in hertz.
  private static let top: Float = 9000

  private var start = NoteStart()
  private var phase: Float = 0
  private var secondPhase: Float = 0
  private let turns: Float
  private var bend: Float = 0.6
  private let bendFall: Float
  private var skinLevel: StruckLevel
  private var rattleLevel: StruckLevel
  private let skin: Float
  private let rattle: Float
  private var noise: NoiseSource
  private var lowCut = StateVariableFilter()
  private var highCut = StateVariableFilter()
  private let lowCorner: Float
  private let highCorner: Float

  public init(_ preparation: UnitPreparation) {
    func number(_ index: Int) -> Float { preparation.number(index, of: Self.specification) }
    turns = preparation.turns(number(0))
    bendFall = preparation.fall(0.04)
    skinLevel = StruckLevel(preparation, decay: number(3))
    rattleLevel = StruckLevel(preparation, attack: 0.001, decay: number(5))
    skin = number(2) * number(1)
    rattle = number(4) * number(1)
    noise = NoiseSource(seed: number(7))
    lowCorner = preparation.corner(number(6))
    highCorner = preparation.corner(Self.top)
  }

  public mutating func process(_ context: UnsafePointer<RenderContext>, _ wires: Wires, _ frames: Int) {
    let output = wires[8]
    let phases = context.pointee.scratch
    let secondPhases = phases + 64
    let levels = phases + 128
    let first = start.frame(context, silencing: output)
    var frame = 0
    while frame < first {
      phases[frame] = 0
      secondPhases[frame] = 0
      levels[frame] = 0
      frame &+= 1
    }
    while frame < frames {
      phases[frame] = phase
      secondPhases[frame] = secondPhase
      let moved = turns * (1 + bend)
      phase += moved < 0.45 ? moved : 0.45
      if phase > 0.5 { phase -= 1 }
      let secondMoved = moved * Self.secondTone
      secondPhase += secondMoved < 0.45 ? secondMoved : 0.45
      if secondPhase > 0.5 { secondPhase -= 1 }
      bend *= bendFall
      levels[frame] = skinLevel.next() * skin
      lowCut.take(noise.next(), g: lowCorner, k: 1.2)
      highCut.take(lowCut.high, g: highCorner, k: 1.4)
      output[frame] = highCut.low * rattleLevel.next() * rattle
      frame &+= 1
    }
    frame = 0
    while frame < frames {
      let tones =
        sine(turns: Lanes(loading: phases + frame)) * 0.65
        + sine(turns: Lanes(loading: secondPhases + frame)) * 0.35
      let level = Lanes(loading: levels + frame)
      multiplyAdd(tones, level, Lanes(loading: output + frame)).store(to: output + frame)
      frame &+= 8
    }
    if skinLevel.isOver && rattleLevel.isOver { context.pointee.doneAction.pointee = 2 }
  }
}
