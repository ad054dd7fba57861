import CRealTime
public import RealTime

/// Lets one trigger of several through.
public struct PulseDivider: TriggeredUnitGenerator {
  public static let specification = UnitSpecification(
    "PulseDivider", "Lets one trigger of several through.",
    inputs: [
      .init("trig", "The trigger: rises above 0."),
      .init("div", "Every how manieth.", standard: 2, rates: [.scalar, .control]),
      .init("start", "How many are counted at the beginning.", rates: [.scalar, .control]),
    ], outputs: ["trigger"],
    rates: [.audio, .control])

  public static let thunk: UnitThunk = { run($0, $1, $2, $3) }
  public static let startThunk: UnitThunk? = { runStart($0, $1, $2, $3) }

  static var inputCount: Int { 3 }

  let inputs: UnitInputs
  var last: Float = 0
  private var count = 0
  private var divisor = 0

  public init(_ preparation: UnitPreparation) { inputs = UnitInputs(preparation) }

  public mutating func start(_ context: UnsafePointer<RenderContext>, _ wires: Wires) {
    count = WholeNumbers.whole(syrinx_floorf(wires[2].pointee + 0.5))
    process(context, wires, 1)
  }

  mutating func prepare(_ wires: Wires) { divisor = WholeNumbers.whole(wires[1].pointee) }

  @inline(__always)
  var held: Float { 0 }

  mutating func next(_ trigger: Float, _: Float) -> Float {
    defer { last = trigger }
    guard last <= 0 && trigger > 0 else { return 0 }
    count &+= 1
    if count < divisor { return 0 }
    count = 0
    return 1
  }
}
