public import RealTime

/// Noise of −1 and 1 only, the loudest for its peak.
public struct ClipNoise: UnitGenerator {
  public static let specification = UnitSpecification(
    "ClipNoise", "Noise of −1 and 1 only.", inputs: [], outputs: ["noise"],
    rates: [.audio, .control])

  public static let thunk: UnitThunk = { run($0, $1, $2, $3) }
  public static let startThunk: UnitThunk? = { runStart($0, $1, $2, $3) }

  private let leaps = RandomLeaps()

  public init(_ preparation: UnitPreparation) {}

  public mutating func start(_ context: UnsafePointer<RenderContext>, _ wires: Wires) { process(context, wires, 1) }

  public mutating func process(_ context: UnsafePointer<RenderContext>, _ wires: Wires, _ frames: Int) {
    let output = wires[0]
    var random = context.pointee.random.pointee
    if frames == RenderContext.blockFrames {
      leaps.draw(&random) { frame, numbers in
        // Their highest bit is the sign of the one, and not of the other.
        Lanes(repeating: 1).replacing(with: -1, where: Lanes(bipolar: numbers) .>= 0).store(to: output + frame)
      }
      context.pointee.random.pointee = random
      return
    }
    var frame = 0
    while frame < frames {
      output[frame] = random.coin()
      frame &+= 1
    }
    context.pointee.random.pointee = random
  }
}
