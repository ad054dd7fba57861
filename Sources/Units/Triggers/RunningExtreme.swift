import RealTime

/// What a unit knows that follows the extreme of a signal.
struct RunningExtreme: BitwiseCopyable {
  let inputs: UnitInputs
  let isControlRate: Bool
  let isTriggered: Bool
  var last: Float = 0
  var level: Float = 0

  init(_ preparation: UnitPreparation) {
    inputs = UnitInputs(preparation)
    isControlRate = preparation.rate != .audio
    isTriggered = preparation.inputRates.count > 1 && preparation.inputRates[1] != .scalar
  }

  /// Whether a trigger comes now.
  @inline(__always)
  mutating func rises(_ trigger: Float) -> Bool {
    defer { last = trigger }
    return last <= 0 && trigger > 0
  }
}
