public import RealTime

/// Follows the amplitude of a signal.
public struct Amplitude: UnitGenerator {
  public static let specification = UnitSpecification(
    "Amplitude", "Follows the amplitude of a signal.",
    inputs: [
      .init("in", "The signal."),
      .init(
        "attackTime", "Time in which it rises to within a tenth.", range: 0...1e6, measure: "seconds", standard: 0.01,
        rates: [.scalar, .control]),
      .init(
        "releaseTime", "Time in which it falls to within a tenth.", range: 0...1e6, measure: "seconds", standard: 0.01,
        rates: [.scalar, .control]),
    ], outputs: ["amplitude"],
    rates: [.audio, .control])

  public static let thunk: UnitThunk = { run($0, $1, $2, $3) }
  public static let startThunk: UnitThunk? = { runStart($0, $1, $2, $3) }

  private let inputs: UnitInputs
  private let isControlRate: Bool
  private var follower: LevelFollower

  public init(_ preparation: UnitPreparation) {
    inputs = UnitInputs(preparation)
    isControlRate = preparation.rate != .audio
    follower = LevelFollower(sampleRate: preparation.valuesPerSecond)
  }

  public mutating func start(_ context: UnsafePointer<RenderContext>, _ wires: Wires) {
    follower.take(attack: wires[1].pointee, release: wires[2].pointee)
    follower.level = wires[0].pointee.magnitude
    wires[3].pointee = follower.follow(wires[0].pointee)
  }

  public mutating func process(_ context: UnsafePointer<RenderContext>, _ wires: Wires, _ frames: Int) {
    var follower = follower
    follower.take(attack: wires[1].pointee, release: wires[2].pointee)
    let signal = inputs.signal(wires, 0)
    let output = wires[3]
    var frame = 0
    if isControlRate && inputs.isAudio(0) {
      // It sees every frame of the block.
      while frame < RenderContext.blockFrames {
        output.pointee = follower.follow(signal[frame])
        frame &+= 1
      }
    } else {
      while frame < frames {
        output[frame] = follower.follow(signal[frame])
        frame &+= 1
      }
    }
    self.follower = follower
  }
}
