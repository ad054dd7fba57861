public import RealTime

/// A resonator that rises slowly before it decays: a formant out of impulses.
public struct Formlet: UnitGenerator {
  public static let specification = UnitSpecification(
    "Formlet", "A resonator that rises slowly before it decays.",
    inputs: [
      .init("in", "What excites it."),
      .init("freq", "Pitch.", range: 0...192_000, measure: "hertz", standard: 440, rates: [.scalar, .control]),
      .init(
        "attacktime", "The time of its rise.", range: 0...1e9, measure: "seconds", standard: 1,
        rates: [.scalar, .control]),
      .init(
        "decaytime", "The time of its decay by 60 dB.", range: 0...1e9, measure: "seconds", standard: 1,
        rates: [.scalar, .control]),
    ], outputs: ["sound"],
    rates: [.audio, .control])

  public static let thunk: UnitThunk = { run($0, $1, $2, $3) }
  public static let startThunk: UnitThunk? = { runStart($0, $1, $2, $3) }

  private let isAudio: Bool
  private let radiansPerValue: Double
  private let valuesPerSecond: Double
  private var frequency: Float = .nan
  private var attackTime: Float = .nan
  private var decayTime: Float = .nan
  private var attack = Resonator()
  private var fall = Resonator()

  public init(_ preparation: UnitPreparation) {
    isAudio = preparation.inputRates.first == .audio
    radiansPerValue = 2 * Double.pi / preparation.valuesPerSecond
    valuesPerSecond = preparation.valuesPerSecond
  }

  public mutating func start(_ context: UnsafePointer<RenderContext>, _ wires: Wires) {
    wires[4].pointee = 0
    process(context, wires, 1)
  }

  public mutating func process(_ context: UnsafePointer<RenderContext>, _ wires: Wires, _ frames: Int) {
    let output = wires[4]
    let signal = InputSignal(wires[0], isAudio: isAudio)
    let isNew = wires[1].pointee != frequency || wires[2].pointee != attackTime || wires[3].pointee != decayTime
    if isNew {
      frequency = wires[1].pointee
      attackTime = wires[2].pointee
      decayTime = wires[3].pointee
      let angle = Double(frequency) * radiansPerValue
      // The coefficients move on with every third frame.
      let steps = frames >= 3 ? Double(frames / 3) : 1
      attack.aim(angle, Double(attackTime) * valuesPerSecond, steps: steps)
      fall.aim(angle, Double(decayTime) * valuesPerSecond, steps: steps)
      if frames < 3 {
        attack.arrive()
        fall.arrive()
      }
    }
    var frame = 0
    while frame < frames {
      let value = Double(signal[frame])
      output[frame] = Float(0.25 * (fall.next(value) - attack.next(value)))
      if isNew && frame % 3 == 2 {
        attack.move()
        fall.move()
      }
      frame &+= 1
    }
    if isNew {
      attack.arrive()
      fall.arrive()
    }
  }
}
