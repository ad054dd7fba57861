import CRealTime
public import RealTime

/// Compresses, expands, limits or gates a signal by the level of another.
public struct Compander: UnitGenerator {
  public static let specification = UnitSpecification(
    "Compander", "Compresses, expands, limits or gates a signal by the level of another.",
    inputs: [
      .init("in", "The signal.", followsUnit: true),
      .init("control", "The signal whose level counts."),
      .init("thresh", "The level at which the slope changes.", standard: 0.5, rates: [.scalar, .control]),
      .init("slopeBelow", "The slope below the threshold.", standard: 1, rates: [.scalar, .control]),
      .init("slopeAbove", "The slope above the threshold.", standard: 1, rates: [.scalar, .control]),
      .init(
        "clampTime", "Time in which the level rises to within a tenth.", range: 0...1e6, measure: "seconds",
        standard: 0.01, rates: [.scalar, .control]),
      .init(
        "relaxTime", "Time in which the level falls to within a tenth.", range: 0...1e6, measure: "seconds",
        standard: 0.1, rates: [.scalar, .control]),
    ], outputs: ["companded"],
    rates: [.audio, .control])

  public static let thunk: UnitThunk = { run($0, $1, $2, $3) }
  public static let startThunk: UnitThunk? = { runStart($0, $1, $2, $3) }

  private let inputs: UnitInputs
  private var follower: LevelFollower
  private var gain: Float = 0

  public init(_ preparation: UnitPreparation) {
    inputs = UnitInputs(preparation)
    follower = LevelFollower(sampleRate: preparation.valuesPerSecond)
  }

  public mutating func start(_ context: UnsafePointer<RenderContext>, _ wires: Wires) { process(context, wires, 1) }

  public mutating func process(_ context: UnsafePointer<RenderContext>, _ wires: Wires, _ frames: Int) {
    let share: Float = 1 / Float(frames == 1 && isAudioRate ? RenderContext.blockFrames : frames)
    var follower = follower
    follower.take(attack: wires[5].pointee, release: wires[6].pointee)
    let control = inputs.signal(wires, 1)
    var frame = 0
    while frame < frames {
      _ = follower.follow(control[frame])
      frame &+= 1
    }
    self.follower = follower
    let slope = (target(wires, follower.level) - gain) * share
    let input = wires[0]
    let output = wires[7]
    var gain = gain
    frame = 0
    while frame < frames {
      output[frame] = input[frame] * gain
      gain += slope
      frame &+= 1
    }
    self.gain = gain
  }

  private var isAudioRate: Bool { inputs.isAudio(0) }

  @inline(__always)
  private func target(_ wires: Wires, _ level: Float) -> Float {
    let ratio = level / wires[2].pointee
    if level < wires[2].pointee {
      let slope = wires[3].pointee
      if slope == 1 { return 1 }
      let gain = syrinx_powf(ratio, slope - 1)
      return gain.magnitude < 1e-15 ? 0 : gain.magnitude > 1e15 ? 1 : gain
    }
    let slope = wires[4].pointee
    return slope == 1 ? 1 : syrinx_powf(ratio, slope - 1)
  }
}
