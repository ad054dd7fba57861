import CRealTime
public import RealTime

/// How much louder a low tone must be to seem as loud as a root tone: a power of their ratio.
public struct AmpComp: FrameUnitGenerator {
  public static let specification = UnitSpecification(
    "AmpComp", "How much louder a low tone must be to seem as loud as a root tone: a power of their ratio.",
    inputs: [
      .init("freq", "The tone.", range: 0...192_000, measure: "hertz", standard: 440),
      .init("root", "The root tone.", range: 0...192_000, measure: "hertz", standard: 261.6256),
      .init("exp", "The power.", standard: 0.3333),
    ], outputs: ["level"],
    rates: [.audio, .control, .scalar])

  public static let thunk: UnitThunk = { run($0, $1, $2, $3) }
  public static let startThunk: UnitThunk? = { runStart($0, $1, $2, $3) }

  static var inputCount: Int { 3 }

  let inputs: UnitInputs
  private let isStill: Bool
  private var root: Float = 0
  private var exponent: Float = 0
  private var factor: Float = 1

  public init(_ preparation: UnitPreparation) {
    inputs = UnitInputs(preparation)
    isStill = preparation.inputRates.dropFirst().allSatisfy { $0 == .scalar }
  }

  public mutating func start(_ context: UnsafePointer<RenderContext>, _ wires: Wires) {
    root = wires[1].pointee
    exponent = wires[2].pointee
    factor = syrinx_powf(root, exponent)
    process(context, wires, 1)
    // As scsynth, which has no factor yet.
    if !isStill { wires[3].pointee = 0 }
  }

  mutating func prepare(_ wires: Wires) {
    guard !isStill else { return }
    root = wires[1].pointee
    exponent = wires[2].pointee
  }

  mutating func next(_ frequency: Float, _: Float) -> Float {
    if isStill {
      let power = syrinx_powf(frequency.magnitude, -exponent) * factor
      return frequency >= 0 ? power : -power
    }
    let ratio = root / frequency
    let power = syrinx_powf(ratio.magnitude, exponent)
    return ratio >= 0 ? power : -power
  }
}
