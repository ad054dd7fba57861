public import RealTime

/// The chaotic logistic map yₙ = p · yₙ₋₁ · (1 − yₙ₋₁).
public struct Logistic: UnitGenerator {
  public static let specification = UnitSpecification(
    "Logistic", "The chaotic logistic map.",
    inputs: [
      .init("chaosParam", "How wild it is.", range: 0...4, standard: 3),
      .init(
        "freq", "How often it changes.", range: 0...192_000, measure: "hertz", standard: 1_000,
        rates: [.scalar, .control]),
      .init("init", "The value that it starts from.", standard: 0.5),
    ], outputs: ["noise"],
    rates: [.audio, .control])

  public static let thunk: UnitThunk = { run($0, $1, $2, $3) }
  public static let startThunk: UnitThunk? = { runStart($0, $1, $2, $3) }

  private let valuesPerSecond: Double
  private var level = 0.0
  private var remaining: Int32 = 0
  private let parameterIsStill: Bool
  /// Whether it moves on with every value, whatever its pitch is later.
  private var isUnbound = false

  public init(_ preparation: UnitPreparation) {
    valuesPerSecond = preparation.valuesPerSecond
    parameterIsStill = preparation.inputRates.first == .scalar
  }

  public mutating func start(_ context: UnsafePointer<RenderContext>, _ wires: Wires) {
    level = Double(wires[2].pointee)
    isUnbound = parameterIsStill && Double(wires[1].pointee) >= valuesPerSecond
    advance(Double(wires[0].pointee))
    wires[3].pointee = Float(level)
  }

  public mutating func process(_ context: UnsafePointer<RenderContext>, _ wires: Wires, _ frames: Int) {
    let output = wires[3]
    var frame = 0
    while frame < frames {
      if isUnbound || remaining <= 0 {
        remaining = noisePeriod(wires[1].pointee, valuesPerSecond)
        advance(Double(wires[0].pointee))
      }
      let run = isUnbound ? 1 : min(Int(remaining), frames &- frame)
      fill(exactly: output + frame, with: Float(level), run)
      remaining &-= Int32(truncatingIfNeeded: run)
      frame &+= run
    }
  }

  @inline(__always)
  private mutating func advance(_ parameter: Double) { level = parameter * level * (1 - level) }
}
