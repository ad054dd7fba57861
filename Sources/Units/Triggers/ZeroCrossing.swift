public import RealTime

/// The frequency of a signal, by the times at which it rises above 0.
public struct ZeroCrossing: FrameUnitGenerator {
  public static let specification = UnitSpecification(
    "ZeroCrossing", "The frequency of a signal, by the times at which it rises above 0.",
    inputs: [
      .init("in", "The signal.")
    ], outputs: ["frequency"],
    rates: [.audio, .control])

  public static let thunk: UnitThunk = { run($0, $1, $2, $3) }
  public static let startThunk: UnitThunk? = { runStart($0, $1, $2, $3) }

  static var inputCount: Int { 1 }

  let inputs: UnitInputs
  private let valuesPerSecond: Double
  private var last: Float = 0
  private var lastPart: Float = 0
  private var level: Float = 0
  private var count = 0

  public init(_ preparation: UnitPreparation) {
    inputs = UnitInputs(preparation)
    valuesPerSecond = preparation.valuesPerSecond
  }

  public mutating func start(_ context: UnsafePointer<RenderContext>, _ wires: Wires) {
    last = wires[0].pointee
    wires[1].pointee = 0
  }

  mutating func next(_ signal: Float, _: Float) -> Float {
    count &+= 1
    if count > 4 && last <= 0 && signal > 0 {
      // The part of the frame that had passed when it rose above 0.
      let part = -last / (signal - last)
      level = Float(valuesPerSecond / Double(part + Float(count) - lastPart))
      lastPart = part
      count = 0
    }
    last = signal
    return level
  }
}
