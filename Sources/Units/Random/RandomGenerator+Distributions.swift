import CRealTime
import RealTime

/// The distributions that units draw from.
extension RandomGenerator {
  /// In `low`..<`high`, equally dense on a logarithmic scale.
  @inline(__always)
  mutating func exponential(from low: Double, to high: Double) -> Float {
    Float(low * syrinx_exp(syrinx_log(high / low) * unipolarDouble()))
  }

  /// In `low`..<`high`, or the other way round.
  @inline(__always)
  mutating func number(from low: Float, to high: Float) -> Float { unipolar() * (high - low) + low }

  /// In `low`..<`high`, equally dense on a logarithmic scale.
  @inline(__always)
  mutating func exponential(from low: Float, to high: Float) -> Float { syrinx_powf(high / low, unipolar()) * low }

  /// In `low`...`high`, whole.
  @inline(__always)
  mutating func whole(from low: Float, to high: Float) -> Float {
    let first = Int32(processorTruncating: low)
    let range = Int32(processorTruncating: high) &- first &+ 1
    return Float(Int32(processorTruncating: syrinx_floor(Double(range) * unipolarDouble())) &+ first)
  }

  /// In 0..<1, denser towards 0.
  @inline(__always)
  mutating func linear() -> Float {
    let (a, b) = (unipolar(), unipolar())
    return a < b ? a : b
  }

  /// In −1..<1, denser towards 0.
  @inline(__always)
  mutating func bilinear() -> Float {
    let a = unipolar()
    return a - unipolar()
  }

  /// In −1..<1, nearly normal.
  @inline(__always)
  mutating func sumOfThree() -> Float {
    let sum = unipolar() + unipolar() + unipolar()
    return Float((Double(sum) - 1.5) * 0.666_666_667)
  }
}
