public import RealTime

/// A pad: eight sawtooths a little out of tune, spread between left and right, through a low pass that opens. It frees
/// its synth when the note is over.
public struct PadVoice: UnitGenerator {
  public static let specification = UnitSpecification(
    "PadVoice",
    "A pad: eight sawtooths a little out of tune through a low pass. Inputs are taken when the note begins.",
    inputs: [
      .init("frequency", "Pitch.", range: 10...8000, measure: "hertz", standard: 220, rates: [.scalar]),
      .init("amplitude", "Peak, about.", range: 0...4, standard: 0.2, rates: [.scalar]),
      .init("length", "How long it is held.", range: 0...600, measure: "seconds", standard: 2, rates: [.scalar]),
      .init("attack", "Time to rise.", range: 0.001...60, measure: "seconds", standard: 0.4, rates: [.scalar]),
      .init("release", "Time to end.", range: 0.005...60, measure: "seconds", standard: 0.8, rates: [.scalar]),
      .init(
        "detune", "How far the outer ones are off.", range: 0...100, measure: "cents", standard: 12, rates: [.scalar]),
      .init(
        "cutoff", "The low pass when it has opened.", range: 20...20_000, measure: "hertz", standard: 1800,
        rates: [.scalar]),
      .init("opening", "The share of the cutoff at which it begins.", range: 0.01...1, standard: 0.4, rates: [.scalar]),
      .init("width", "0 is mono, 1 wide.", range: 0...1, standard: 0.8, rates: [.scalar]),
      .init("seed", "Which phases it begins with.", range: 0...16_777_216, standard: 1, rates: [.scalar]),
    ],
    outputs: ["left", "right"])

  public static let thunk: UnitThunk = { run($0, $1, $2, $3) }

  private var start = NoteStart()
  private var phases: Lanes
  private let turns: Lanes
  private let periods: Lanes
  private let leftShares: Lanes
  private let rightShares: Lanes
  private var left = StateVariableFilter()
  private var right = StateVariableFilter()
  private let cutoff: Float
  private var closed: Float
  private let opening: Float
  private var envelope: NoteEnvelope
  private let gain: Float

  public init(_ preparation: UnitPreparation) {
    func number(_ index: Int) -> Float { preparation.number(index, of: Self.specification) }
    // Neighbours in tuning lie on opposite sides.
    let offsets = Lanes(-1, -0.71, -0.43, -0.14, 0.14, 0.43, 0.71, 1)
    let sides = Lanes(-1, 0.9, -0.5, 0.4, -0.4, 0.5, -0.9, 1)
    // A cent is a 1/1731 part near enough for as few as these.
    turns = preparation.turns(number(0)) * (1 + offsets * (number(5) / 1731))
    periods = 1 / turns
    leftShares = (1 - sides * number(8)) * 0.18
    rightShares = (1 + sides * number(8)) * 0.18
    var noise = NoiseSource(seed: number(9))
    phases = Lanes.zero
    for lane in 0..<8 { phases[lane] = (noise.next() + 1) * 0.499 }
    cutoff = preparation.turns(number(6))
    closed = 1 - number(7)
    opening = preparation.fall(number(3) * 3)
    envelope = NoteEnvelope(
      preparation, attack: number(3), decay: 10, sustain: 0.85, length: number(2), release: number(4))
    gain = number(1)
  }

  public mutating func process(_ context: UnsafePointer<RenderContext>, _ wires: Wires, _ frames: Int) {
    let leftOutput = wires[10]
    let rightOutput = wires[11]
    var frame = start.frame(context, silencing: leftOutput)
    var silent = 0
    while silent < frame {
      rightOutput[silent] = 0
      silent &+= 1
    }
    while frame < frames {
      let saws = SawWave.saws(at: phases, turns, period: periods)
      phases = (phases + turns).wrappedOnce
      let corner = StateVariableFilter.corner(turns: cutoff * (1 - closed))
      closed *= opening
      left.take((saws * leftShares).total, g: corner, k: 1.3)
      right.take((saws * rightShares).total, g: corner, k: 1.3)
      let level = envelope.next() * gain
      leftOutput[frame] = left.low * level
      rightOutput[frame] = right.low * level
      frame &+= 1
    }
    if envelope.isOver { context.pointee.doneAction.pointee = 2 }
  }
}
