import RealTime

/// What times a low-frequency noise whose pitch may change at any moment: it runs down from 1 to 0 in each period.
struct NoisePhase: BitwiseCopyable {
  private let period: Float
  private let isAudio: Bool
  private(set) var value: Float = 0

  init(_ preparation: UnitPreparation) {
    period = Float(1 / preparation.valuesPerSecond)
    isAudio = preparation.inputRates.first == .audio
  }

  /// Whether a new period begins at this frame.
  @inline(__always)
  mutating func begins(_ frequency: UnsafeMutablePointer<Float>, _ frame: Int) -> Bool {
    value -= frequency[isAudio ? frame : 0] * period
    guard value < 0 else { return false }
    value = Bounds.wrap(value, 0, 1)
    return true
  }
}
