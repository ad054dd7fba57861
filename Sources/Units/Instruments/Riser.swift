public import RealTime

/// A rush of noise that rises in pitch and loudness and breaks off. It frees its synth then.
public struct Riser: UnitGenerator {
  public static let specification = UnitSpecification(
    "Riser", "A rush of noise that rises in pitch and loudness. Inputs are taken when the note begins.",
    inputs: [
      .init("amplitude", "Peak, about.", range: 0...4, standard: 0.2, rates: [.scalar]),
      .init("length", "How long it rises.", range: 0...600, measure: "seconds", standard: 2, rates: [.scalar]),
      .init("low", "Where it begins.", range: 20...20_000, measure: "hertz", standard: 300, rates: [.scalar]),
      .init("high", "Where it ends.", range: 20...20_000, measure: "hertz", standard: 6000, rates: [.scalar]),
      .init("seed", "Which noise.", range: 0...16_777_216, standard: 1, rates: [.scalar]),
    ],
    outputs: ["left", "right"])

  public static let thunk: UnitThunk = { run($0, $1, $2, $3) }

  /// In seconds.
  private static let breakOff: Float = 0.04

  private var start = NoteStart()
  private var leftNoise: NoiseSource
  private var rightNoise: NoiseSource
  private var left = StateVariableFilter()
  private var right = StateVariableFilter()
  private var turns: Float
  private let climb: Float
  private var envelope: NoteEnvelope
  private let gain: Float

  public init(_ preparation: UnitPreparation) {
    func number(_ index: Int) -> Float { preparation.number(index, of: Self.specification) }
    leftNoise = NoiseSource(seed: number(4))
    rightNoise = NoiseSource(seed: number(4), channel: 1)
    turns = preparation.turns(number(2))
    let length = number(1)
    climb = preparation.climb(length, from: number(2), to: number(3))
    envelope = NoteEnvelope(
      preparation, attack: length, decay: 1, sustain: 1, length: length, release: Self.breakOff)
    gain = number(0) * 1.6
  }

  public mutating func process(_ context: UnsafePointer<RenderContext>, _ wires: Wires, _ frames: Int) {
    let leftOutput = wires[5]
    let rightOutput = wires[6]
    var frame = start.frame(context, silencing: leftOutput)
    var silent = 0
    while silent < frame {
      rightOutput[silent] = 0
      silent &+= 1
    }
    while frame < frames {
      let corner = StateVariableFilter.corner(turns: turns)
      let next = turns * climb
      if next < 0.42 && !hasRisen { turns = next }
      left.take(leftNoise.next(), g: corner, k: 0.6)
      right.take(rightNoise.next(), g: corner, k: 0.6)
      let level = envelope.next()
      leftOutput[frame] = left.band * level * level * gain
      rightOutput[frame] = right.band * level * level * gain
      frame &+= 1
    }
    if envelope.isOver { context.pointee.doneAction.pointee = 2 }
  }

  private var hasRisen: Bool { envelope.progress >= 1 }
}
