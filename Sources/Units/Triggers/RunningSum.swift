public import RealTime

/// The sum of the last values.
public struct RunningSum: FrameUnitGenerator {
  public static let specification = UnitSpecification(
    "RunningSum", "The sum of the last values.",
    inputs: [
      .init("in", "The signal."),
      .init("numsamp", "How many.", range: 1...16_777_216, measure: "frames", standard: 40, rates: [.scalar]),
    ], outputs: ["sum"],
    rates: [.audio, .control])

  public static let thunk: UnitThunk = { run($0, $1, $2, $3) }
  public static let startThunk: UnitThunk? = { runStart($0, $1, $2, $3) }

  static var inputCount: Int { 2 }

  let inputs: UnitInputs
  private var memory: UnsafeMutablePointer<Float>?
  private var size = 0
  private var place = 0
  private var sum: Float = 0
  /// What came since the first place was written last: takes the sum's place, so that no error of rounding stays.
  private var fresh: Float = 0

  public init(_ preparation: UnitPreparation) { inputs = UnitInputs(preparation) }

  public mutating func start(_ context: UnsafePointer<RenderContext>, _ wires: Wires) {
    size = FrameCount.whole(Double(wires[1].pointee), atLeast: 1, atMost: 1 << 24)
    memory = context.pointee.allocate(floats: size)
    wires[2].pointee = 0
  }

  mutating func next(_ signal: Float, _: Float) -> Float {
    guard let memory else { return 0 }
    sum -= memory[place]
    memory[place] = signal
    sum += signal
    fresh += signal
    let result = sum
    place &+= 1
    if place == size {
      place = 0
      sum = fresh
      fresh = 0
    }
    return result
  }
}
