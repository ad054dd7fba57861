import CRealTime
public import RealTime

/// How much louder a tone must be to seem as loud as others: the inverse of the A-weighting curve.
public struct AmpCompA: FrameUnitGenerator {
  public static let specification = UnitSpecification(
    "AmpCompA", "How much louder a tone must be to seem as loud as others: the inverse of the A-weighting curve.",
    inputs: [
      .init("freq", "The tone.", range: 0...192_000, measure: "hertz", standard: 1000),
      .init("root", "The tone at which it is the highest.", range: 0...192_000, measure: "hertz", rates: [.scalar]),
      .init("minAmp", "The lowest level.", standard: 0.32, rates: [.scalar]),
      .init("rootAmp", "The level at the root tone.", standard: 1, rates: [.scalar]),
    ], outputs: ["level"],
    rates: [.audio, .control, .scalar],
    source: "The A-weighting curve of IEC 61672.")

  public static let thunk: UnitThunk = { run($0, $1, $2, $3) }
  public static let startThunk: UnitThunk? = { runStart($0, $1, $2, $3) }

  static var inputCount: Int { 4 }

  let inputs: UnitInputs
  private var scale = 0.0
  private var offset = 0.0

  public init(_ preparation: UnitPreparation) { inputs = UnitInputs(preparation) }

  public mutating func start(_ context: UnsafePointer<RenderContext>, _ wires: Wires) {
    let lowest = -0.1575371167435
    let least = Double(wires[2].pointee)
    scale = (Double(wires[3].pointee) - least) / (Self.loss(Double(wires[1].pointee)) - lowest)
    offset = least - scale * lowest
    process(context, wires, 1)
  }

  mutating func next(_ frequency: Float, _: Float) -> Float { Float(Self.loss(Double(frequency)) * scale + offset) }

  /// 1 less the weight of a tone.
  @inline(__always)
  private static func loss(_ frequency: Double) -> Double {
    let square = frequency * frequency
    let low = square + 20.598997 * 20.598997
    let high = square + 12194.217 * 12194.217
    let middle = (square + 107.65265 * 107.65265) * (square + 737.86223 * 737.86223)
    let power = 3.5041384e16 * square * square * square * square
    return 1 - syrinx_sqrt(power / (low * low * middle * high * high))
  }
}
