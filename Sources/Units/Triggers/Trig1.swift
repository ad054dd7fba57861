public import RealTime

/// 1 for a time after each trigger.
public struct Trig1: TriggeredUnitGenerator {
  public static let specification = UnitSpecification(
    "Trig1", "1 for a time after each trigger.",
    inputs: [
      .init("in", "The trigger: rises above 0."),
      .init("dur", "How long.", range: 0...1e6, measure: "seconds", standard: 0.1, rates: [.scalar, .control]),
    ], outputs: ["pulse"],
    rates: [.audio, .control])

  public static let thunk: UnitThunk = { run($0, $1, $2, $3) }
  public static let startThunk: UnitThunk? = { runStart($0, $1, $2, $3) }

  static var inputCount: Int { 2 }

  let inputs: UnitInputs
  private let valuesPerSecond: Double
  private var duration: Float = 0
  var last: Float = 0
  private var left = 0

  public init(_ preparation: UnitPreparation) {
    inputs = UnitInputs(preparation)
    valuesPerSecond = preparation.valuesPerSecond
  }

  mutating func prepare(_ wires: Wires) { duration = wires[1].pointee }

  @inline(__always)
  var held: Float { left > 0 ? 1 : 0 }

  @inline(__always)
  var quiet: Int { left > 0 ? left &- 1 : Int.max }

  @inline(__always)
  mutating func pass(_ frames: Int) { if left > 0 { left &-= frames } }

  mutating func next(_ trigger: Float, _: Float) -> Float {
    defer { last = trigger }
    if left > 0 {
      left &-= 1
      return left > 0 ? 1 : 0
    }
    guard trigger > 0 && last <= 0 else { return 0 }
    left = FrameCount.whole(Double(duration * Float(valuesPerSecond) + 0.5), atLeast: 1)
    return 1
  }
}
