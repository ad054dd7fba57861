public import RealTime

/// Impulses between 0 and 1 at random times.
public struct Dust: UnitGenerator {
  public static let specification = UnitSpecification(
    "Dust", "Impulses between 0 and 1 at random times.",
    inputs: [
      .init(
        "density", "How many impulses in a second, on average.", range: 0...192_000, rates: [.scalar, .control, .audio])
    ], outputs: ["impulses"],
    rates: [.audio, .control])

  public static let thunk: UnitThunk = { run($0, $1, $2, $3) }
  public static let startThunk: UnitThunk? = { runStart($0, $1, $2, $3) }

  private let leaps = RandomLeaps()
  private let period: Float
  private var density: Float = 0
  private var threshold: Float = 0
  private var scale: Float = 0

  public init(_ preparation: UnitPreparation) { period = Float(1 / preparation.valuesPerSecond) }

  public mutating func start(_ context: UnsafePointer<RenderContext>, _ wires: Wires) { process(context, wires, 1) }

  public mutating func process(_ context: UnsafePointer<RenderContext>, _ wires: Wires, _ frames: Int) {
    let output = wires[1]
    var random = context.pointee.random.pointee
    if wires[0].pointee != density {
      density = wires[0].pointee
      threshold = density * period
      scale = threshold > 0 ? 1 / threshold : 0
    }
    if frames == RenderContext.blockFrames {
      let (threshold, scale) = (Lanes(repeating: threshold), scale)
      leaps.draw(&random) { frame, numbers in
        let values = Lanes(unipolar: numbers)
        Lanes.zero.replacing(with: values * scale, where: values .< threshold).store(to: output + frame)
      }
      context.pointee.random.pointee = random
      return
    }
    var frame = 0
    while frame < frames {
      let value = random.unipolar()
      output[frame] = value < threshold ? value * scale : 0
      frame &+= 1
    }
    context.pointee.random.pointee = random
  }
}
