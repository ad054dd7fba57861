import RealTime

/// What times a low-frequency noise whose pitch may change at any moment: it runs down from 1 to 0 in each period.
struct NoisePhase: BitwiseCopyable {
  private let period: Float
  private let exactPeriod: Double
  private let isAudio: Bool
  private(set) var value: Float = 0

  init(_ preparation: UnitPreparation) {
    exactPeriod = 1 / preparation.valuesPerSecond
    period = Float(exactPeriod)
    isAudio = preparation.inputRates.first == .audio
  }

  /// Whether a new period begins at this frame.
  @inline(__always)
  mutating func begins(_ frequency: UnsafeMutablePointer<Float>, _ frame: Int) -> Bool {
    step(frequency[isAudio ? frame : 0] * period)
  }

  /// As `begins`, with a still pitch rounded once only.
  @inline(__always)
  mutating func beginsExactly(_ frequency: UnsafeMutablePointer<Float>, _ frame: Int) -> Bool {
    isAudio ? begins(frequency, frame) : step(Float(Double(frequency.pointee) * exactPeriod))
  }

  @inline(__always)
  private mutating func step(_ length: Float) -> Bool {
    value -= length
    guard value < 0 else { return false }
    value = Bounds.wrap(value, 0, 1)
    return true
  }
}
