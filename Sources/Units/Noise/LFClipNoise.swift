public import RealTime

/// Steps between −1 and 1 at random, so many in a second.
public struct LFClipNoise: UnitGenerator {
  public static let specification = UnitSpecification(
    "LFClipNoise", "Steps between −1 and 1 at random, so many in a second.",
    inputs: [
      .init(
        "freq", "How often it changes.", range: 0...192_000, measure: "hertz", standard: 500,
        rates: [.scalar, .control])
    ], outputs: ["noise"],
    rates: [.audio, .control])

  public static let thunk: UnitThunk = { run($0, $1, $2, $3) }
  public static let startThunk: UnitThunk? = { runStart($0, $1, $2, $3) }

  private let valuesPerSecond: Double
  private var level: Float = 0
  private var remaining: Int32 = 0

  public init(_ preparation: UnitPreparation) { valuesPerSecond = preparation.valuesPerSecond }

  public mutating func start(_ context: UnsafePointer<RenderContext>, _ wires: Wires) { process(context, wires, 1) }

  public mutating func process(_ context: UnsafePointer<RenderContext>, _ wires: Wires, _ frames: Int) {
    let output = wires[1]
    var random = context.pointee.random.pointee
    var frame = 0
    while frame < frames {
      if remaining <= 0 {
        remaining = noisePeriod(wires[0].pointee, valuesPerSecond)
        level = random.coin()
      }
      let run = min(Int(remaining), frames &- frame)
      fill(exactly: output + frame, with: level, run)
      remaining &-= Int32(truncatingIfNeeded: run)
      frame &+= run
    }
    context.pointee.random.pointee = random
  }
}
