import RealTime

/// The state of a lag: the levels of its poles, and their coefficients for rising and falling.
struct LagState: BitwiseCopyable {
  var levels = SIMD4<Double>()
  var up = 0.0
  var down = 0.0
  var upTarget = 0.0
  var downTarget = 0.0
  private var upTime = Float.nan
  private var downTime = Float.nan
  /// A turn a second is so many radians a value.
  private let radians: Double

  init(_ preparation: UnitPreparation) { radians = 2 * Double.pi / preparation.valuesPerSecond }

  /// Takes the times; true when they are new.
  @inline(__always)
  @discardableResult
  mutating func take(_ wires: Wires, twoTimes: Bool) -> Bool {
    let newUp = wires[1].pointee
    let newDown = twoTimes ? wires[2].pointee : newUp
    if newUp == upTime && newDown == downTime { return false }
    upTime = newUp
    downTime = newDown
    upTarget = Decaying.factor(seconds: newUp, radians: radians)
    downTarget = Decaying.factor(seconds: newDown, radians: radians)
    return true
  }

  @inline(__always)
  mutating func settle() {
    levels[0] = Decaying.settled(levels[0])
    levels[1] = Decaying.settled(levels[1])
    levels[2] = Decaying.settled(levels[2])
  }
}
