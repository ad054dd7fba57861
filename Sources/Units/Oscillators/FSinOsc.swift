import CRealTime
public import RealTime

/// A sine out of a filter that rings for ever: cheap, but it swells when its pitch changes.
///
/// - Source: the recursion of cosines, xₙ = 2 cos ω · xₙ₋₁ − xₙ₋₂.
public struct FSinOsc: UnitGenerator {
  public static let specification = UnitSpecification(
    "FSinOsc", "A sine out of a filter that rings for ever.",
    inputs: [
      .init("freq", "Pitch.", range: -192_000...192_000, measure: "hertz", standard: 440, rates: [.scalar, .control]),
      .init("iphase", "Where it begins.", measure: "radians", rates: [.scalar, .control]),
    ], outputs: ["sine"],
    rates: [.audio, .control])

  public static let thunk: UnitThunk = { run($0, $1, $2, $3) }
  public static let startThunk: UnitThunk? = { runStart($0, $1, $2, $3) }

  private let radiansPerValue: Double
  private var frequency = 0.0
  private var coefficient = 0.0
  private var last = 0.0
  private var lastButOne = 0.0

  public init(_ preparation: UnitPreparation) { radiansPerValue = 2 * Double.pi / preparation.valuesPerSecond }

  public mutating func start(_ context: UnsafePointer<RenderContext>, _ wires: Wires) {
    frequency = Double(wires[0].pointee)
    let phase = wires[1].pointee
    let angle = Float(frequency * radiansPerValue)
    coefficient = Double(Float(2 * syrinx_cos(Double(angle))))
    last = Double(Float(syrinx_sin(Double(phase) - Double(angle))))
    lastButOne = Double(Float(syrinx_sin(Double(phase) - 2 * Double(angle))))
    wires[2].pointee = Float(coefficient * last - lastButOne)
  }

  public mutating func process(_ context: UnsafePointer<RenderContext>, _ wires: Wires, _ frames: Int) {
    let output = wires[2]
    if Double(wires[0].pointee) != frequency {
      frequency = Double(wires[0].pointee)
      coefficient = 2 * syrinx_cos(frequency * radiansPerValue)
    }
    var (one, two) = (last, lastButOne)
    let coefficient = coefficient
    var frame = 0
    while frame < frames {
      let value = multiplyAdd(coefficient, one, -two)
      output[frame] = Float(value)
      two = one
      one = value
      frame &+= 1
    }
    (last, lastButOne) = (one, two)
  }
}
