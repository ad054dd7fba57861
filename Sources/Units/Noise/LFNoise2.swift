public import RealTime

/// Random curves without corners, so many in a second.
public struct LFNoise2: UnitGenerator {
  public static let specification = UnitSpecification(
    "LFNoise2", "Random curves without corners, so many in a second.",
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
  private var slope: Float = 0
  private var curve: Float = 0
  private var value: Float = 0
  private var midpoint: Float = 0
  private var remaining: Int32 = 0

  public init(_ preparation: UnitPreparation) { valuesPerSecond = preparation.valuesPerSecond }

  public mutating func start(_ context: UnsafePointer<RenderContext>, _ wires: Wires) {
    value = context.pointee.random.pointee.bipolar()
    midpoint = value * 0.5
    process(context, wires, 1)
  }

  public mutating func process(_ context: UnsafePointer<RenderContext>, _ wires: Wires, _ frames: Int) {
    let output = wires[1]
    var random = context.pointee.random.pointee
    var frame = 0
    while frame < frames {
      if remaining <= 0 {
        let next = random.bipolar()
        level = midpoint
        midpoint = Float(Double(next + value) * 0.5)
        value = next
        remaining = noisePeriod(wires[0].pointee, valuesPerSecond, least: 2)
        let length = Float(remaining)
        curve = 2 * (midpoint - level - length * slope) / (length * length + length)
      }
      let end = frame &+ min(Int(remaining), frames &- frame)
      remaining &-= Int32(truncatingIfNeeded: end &- frame)
      var (now, rise) = (level, slope)
      let curve = curve
      while frame < end {
        output[frame] = now
        rise += curve
        now += rise
        frame &+= 1
      }
      (level, slope) = (now, rise)
    }
    context.pointee.random.pointee = random
  }
}
