public import RealTime

/// The frequency of a signal, by the times at which it rises above 0.
public struct ZeroCrossing: TriggeredUnitGenerator {
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
  private var crossings = RisingCrossings()
  private var level: Float = 0

  public init(_ preparation: UnitPreparation) {
    inputs = UnitInputs(preparation)
    valuesPerSecond = preparation.valuesPerSecond
  }

  public mutating func start(_ context: UnsafePointer<RenderContext>, _ wires: Wires) {
    crossings.last = wires[0].pointee
    wires[1].pointee = 0
  }

  @inline(__always)
  var last: Float {
    get { crossings.last }
    set { crossings.last = newValue }
  }

  @inline(__always)
  var held: Float { level }

  @inline(__always)
  mutating func pass(_ frames: Int) { crossings.pass(frames) }

  mutating func next(_ signal: Float, _: Float) -> Float {
    let frames = crossings.frames(to: signal, least: 5)
    if frames >= 0 { level = Float(valuesPerSecond / Double(frames)) }
    return level
  }
}
