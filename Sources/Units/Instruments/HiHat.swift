public import RealTime

/// A cymbal: squares that do not harmonise, and noise, without their low end. It frees its synth when it has died away.
public struct HiHat: UnitGenerator {
  public static let specification = UnitSpecification(
    "HiHat", "A cymbal, closed, open or crashing as it decays. Inputs are taken when the note begins.",
    inputs: [
      .init("amplitude", "Peak, about.", range: 0...4, standard: 0.3, rates: [.scalar]),
      .init("decay", "Time to fall by 60 dB.", range: 0.01...20, measure: "seconds", standard: 0.09, rates: [.scalar]),
      .init("size", "Pitch of the metal, 1 is usual.", range: 0.25...4, standard: 1, rates: [.scalar]),
      .init("metal", "Share of the metal; the rest is noise.", range: 0...1, standard: 0.5, rates: [.scalar]),
      .init("colour", "The lower corner.", range: 100...18_000, measure: "hertz", standard: 7000, rates: [.scalar]),
      .init("attack", "Time to rise.", range: 0...1, measure: "seconds", standard: 0.0007, rates: [.scalar]),
      .init("seed", "Which noise.", range: 0...16_777_216, standard: 1, rates: [.scalar]),
    ],
    outputs: ["cymbal"])

  public static let thunk: UnitThunk = { run($0, $1, $2, $3) }

  private var start = NoteStart()
  private var phases: Lanes
  private let turns: Lanes
  private let periods: Lanes
  private var level: StruckLevel
  private let gain: Float
  private let metal: Float
  private let hiss: Float
  private var noise: NoiseSource
  private var steep = StateVariableFilter()
  private var steeper = StateVariableFilter()
  private let corner: Float

  public init(_ preparation: UnitPreparation) {
    func number(_ index: Int) -> Float { preparation.number(index, of: Self.specification) }
    var noise = NoiseSource(seed: number(6))
    // Eight pitches in hertz of which none is near a simple multiple of another.
    let pitches = Lanes(307, 419, 467, 559, 661, 797, 881, 1021) * number(2)
    turns = pitches / Float(preparation.sampleRate)
    periods = 1 / turns
    phases = Lanes.zero
    for lane in 0..<8 { phases[lane] = (noise.next() + 1) * 0.499 }
    self.noise = noise
    level = StruckLevel(preparation, attack: number(5), decay: number(1))
    gain = number(0)
    metal = number(3) * 0.25
    hiss = (1 - number(3)) * 0.8
    corner = preparation.corner(number(4))
  }

  public mutating func process(_ context: UnsafePointer<RenderContext>, _ wires: Wires, _ frames: Int) {
    let output = wires[7]
    var frame = start.frame(context, silencing: output)
    while frame < frames {
      let opposite = (phases + 0.5).wrappedOnce
      let squares =
        SawWave.saws(at: phases, turns, period: periods)
        - SawWave.saws(at: opposite, turns, period: periods)
      phases = (phases + turns).wrappedOnce
      steep.take(squares.total * metal + noise.next() * hiss, g: corner, k: 1.1)
      steeper.take(steep.high, g: corner, k: 1.1)
      output[frame] = steeper.high * level.next() * gain
      frame &+= 1
    }
    if level.isOver { context.pointee.doneAction.pointee = 2 }
  }
}
