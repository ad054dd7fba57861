public import RealTime

/// Triggers that come later; those that come while one waits are lost.
public struct TDelay: TriggeredUnitGenerator {
  public static let specification = UnitSpecification(
    "TDelay", "Triggers that come later; those that come while one waits are lost.",
    inputs: [
      .init("in", "The trigger: rises above 0."),
      .init("dur", "How long.", range: 0...1e6, measure: "seconds", standard: 0.1, rates: [.scalar, .control]),
    ], outputs: ["trigger"],
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
  var held: Float { 0 }

  @inline(__always)
  var quiet: Int { left > 0 ? left &- 1 : Int.max }

  @inline(__always)
  mutating func pass(_ frames: Int) { if left > 0 { left &-= frames } }

  mutating func next(_ trigger: Float, _: Float) -> Float {
    defer { last = trigger }
    if left == 1 {
      left = 0
      return 1
    }
    if left > 1 {
      left &-= 1
    } else if last <= 0 && trigger > 0 {
      left = FrameCount.whole(Double(duration) * valuesPerSecond + 0.5, atLeast: 1)
    }
    return 0
  }
}
