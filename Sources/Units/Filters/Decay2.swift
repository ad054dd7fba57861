public import RealTime

/// Makes each impulse an attack and a decay.
public struct Decay2: UnitGenerator {
  public static let specification = UnitSpecification(
    "Decay2", "An exponential attack and decay from each impulse.",
    inputs: [
      .init("in", "The signal.", followsUnit: true),
      .init("attackTime", "Time of the attack.", range: -1e6...1e6, measure: "seconds", standard: 0.01),
      .init("decayTime", "Time of a decay by 60 dB.", range: -1e6...1e6, measure: "seconds", standard: 1),
    ],
    outputs: ["decay"], rates: [.audio, .control])

  public static let thunk: UnitThunk = { run($0, $1, $2, $3) }
  public static let startThunk: UnitThunk? = { runStart($0, $1, $2, $3) }

  private let radians: Double
  private var attackTime = Float.nan
  private var decayTime = Float.nan
  private var attack = 0.0
  private var decay = 0.0
  private var attackLevel = 0.0
  private var decayLevel = 0.0

  public init(_ preparation: UnitPreparation) { radians = 2 * Double.pi / preparation.valuesPerSecond }

  public mutating func start(_ context: UnsafePointer<RenderContext>, _ wires: Wires) {
    attackTime = wires[1].pointee
    decayTime = wires[2].pointee
    attack = Decaying.factor(seconds: attackTime, radians: radians)
    decay = Decaying.factor(seconds: decayTime, radians: radians)
    attackLevel = Double(wires[0].pointee)
    decayLevel = attackLevel
    wires[3].pointee = 0
  }

  public mutating func process(_ context: UnsafePointer<RenderContext>, _ wires: Wires, _ frames: Int) {
    let input = wires[0]
    let output = wires[3]
    var attackTarget = attack
    var decayTarget = decay
    if wires[1].pointee != attackTime || wires[2].pointee != decayTime {
      attackTime = wires[1].pointee
      decayTime = wires[2].pointee
      attackTarget = Decaying.factor(seconds: attackTime, radians: radians)
      decayTarget = Decaying.factor(seconds: decayTime, radians: radians)
    }
    let attackSlope = (attackTarget - attack) / Double(frames)
    let decaySlope = (decayTarget - decay) / Double(frames)
    if attackSlope == 0 && decaySlope == 0 && frames & 7 == 0 {
      var (slow, quick) = (PoleLanes(decay, last: decayLevel), PoleLanes(attack, last: attackLevel))
      var frame = 0
      while frame < frames {
        let x = WideLanes(loading: input + frame)
        (slow.next(x) - quick.next(x)).store(to: output + frame)
        frame &+= 8
      }
      decayLevel = Decaying.settled(slow.last[0])
      attackLevel = Decaying.settled(quick.last[0])
      return
    }
    var unit = self
    var frame = 0
    while frame < frames {
      let x = Double(input[frame])
      unit.decayLevel = multiplyAdd(unit.decay, unit.decayLevel, x)
      unit.attackLevel = multiplyAdd(unit.attack, unit.attackLevel, x)
      output[frame] = Float(unit.decayLevel - unit.attackLevel)
      unit.decay += decaySlope
      unit.attack += attackSlope
      frame &+= 1
    }
    self = unit
    attack = attackTarget
    decay = decayTarget
    decayLevel = Decaying.settled(decayLevel)
    attackLevel = Decaying.settled(attackLevel)
  }
}
