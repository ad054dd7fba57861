public import RealTime

/// The time between the last two triggers.
public struct Timer: TriggeredUnitGenerator {
  public static let specification = UnitSpecification(
    "Timer", "The time between the last two triggers.",
    inputs: [
      .init("trig", "The trigger: rises above 0.")
    ], outputs: ["seconds"],
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
    let frames = crossings.frames(to: signal, least: 1)
    if frames >= 0 { level = Float(1 / valuesPerSecond * Double(frames)) }
    return level
  }
}
