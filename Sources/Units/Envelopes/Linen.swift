public import RealTime

/// An envelope of three straight lines: attack, sustain, release.
public struct Linen: UnitGenerator {
  public static let specification = UnitSpecification(
    "Linen", "A straight attack, a sustained level and a straight release.",
    inputs: [
      .init("gate", "Starts and releases it; below −1 it ends in −1 − gate seconds.", standard: 1),
      .init("attackTime", "Time of the attack.", range: 0...1e6, measure: "seconds", standard: 0.01),
      .init("susLevel", "The level that it stays at.", standard: 1),
      .init("releaseTime", "Time of the release.", range: 0...1e6, measure: "seconds", standard: 1),
      .init("doneAction", "What becomes of the synth at the end.", range: 0...15),
    ],
    outputs: ["envelope"], rates: [.control])

  public static let thunk: UnitThunk = { run($0, $1, $2, $3) }
  public static let startThunk: UnitThunk? = { runStart($0, $1, $2, $3) }

  private enum Stage: Int32, BitwiseCopyable {
    case attack, sustain, release, done, over
  }

  private let valuesPerSecond: Double
  private var stage = Stage.over
  private var gate: Float = 0
  private var level: Float = 0
  private var slope: Float = 0
  private var remaining: Int32 = 0

  public init(_ preparation: UnitPreparation) { valuesPerSecond = preparation.valuesPerSecond }

  public mutating func start(_ context: UnsafePointer<RenderContext>, _ wires: Wires) {
    if wires[0].pointee <= -1 { stage = .sustain }
    process(context, wires, 1)
  }

  @inline(__always)
  private mutating func glide(to target: Float, in seconds: Float) {
    let values = Double(seconds) * valuesPerSecond
    remaining = values >= 1 ? Int32(min(values, 2e9)) : 1
    slope = (target - level) / Float(remaining)
  }

  public mutating func process(_ context: UnsafePointer<RenderContext>, _ wires: Wires, _ frames: Int) {
    let newGate = wires[0].pointee
    if gate <= 0 && newGate > 0 {
      wires.call.pointee.isDone = false
      stage = .attack
      glide(to: wires[2].pointee, in: wires[1].pointee)
    }
    let output = wires[5]
    switch stage {
    case .attack, .release:
      output.pointee = level
      level += slope
      remaining &-= 1
      if remaining == 0 { stage = stage == .attack ? .sustain : .done }
    case .sustain:
      output.pointee = level
      if newGate <= 0 {
        stage = .release
        glide(to: 0, in: newGate <= -1 ? -newGate - 1 : wires[3].pointee)
      }
    case .done:
      output.pointee = 0
      wires.call.pointee.isDone = true
      stage = .over
      context.pointee.perform(doneAction: DoneAction.number(wires[4].pointee))
    case .over: output.pointee = 0
    }
    gate = newGate
  }
}
