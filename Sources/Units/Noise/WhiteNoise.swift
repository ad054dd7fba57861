public import RealTime

/// Noise of equal power at all frequencies, −1…1.
public struct WhiteNoise: UnitGenerator {
  public static let specification = UnitSpecification(
    "WhiteNoise", "Noise of equal power at all frequencies.", inputs: [], outputs: ["noise"],
    rates: [.audio, .control])

  public static let thunk: UnitThunk = { run($0, $1, $2, $3) }
  public static let startThunk: UnitThunk? = { runStart($0, $1, $2, $3) }

  private let leaps = RandomLeaps()

  public init(_ preparation: UnitPreparation) {}

  public mutating func start(_ context: UnsafePointer<RenderContext>, _ wires: Wires) {
    wires[0].pointee = context.pointee.random.pointee.bipolar()
  }

  public mutating func process(_ context: UnsafePointer<RenderContext>, _ wires: Wires, _ frames: Int) {
    let output = wires[0]
    var random = context.pointee.random.pointee
    if frames == RenderContext.blockFrames {
      leaps.draw(&random) { frame, numbers in Lanes(bipolar: numbers).store(to: output + frame) }
      context.pointee.random.pointee = random
      return
    }
    var frame = 0
    while frame < frames {
      output[frame] = random.bipolar()
      frame &+= 1
    }
    context.pointee.random.pointee = random
  }
}
