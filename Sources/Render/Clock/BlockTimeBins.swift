/// The bins of the histogram of block times: four to an octave, from a microsecond to 67 milliseconds.
public enum BlockTimeBins {
  public static let count = 64

  /// The shortest time of the second bin is 1.25 · 2¹⁰ ns; shorter ones are in the first, longer than all in the last.
  private static let lowestExponent = 10

  /// The first time that a bin counts, in microseconds; the first bin counts from 0.
  public static func lowerBound(_ bin: Int) -> Double {
    bin == 0 ? 0 : Double(4 + bin & 3) / 4 * Double(UInt64(1) << UInt64(bin / 4 + lowestExponent)) * 1e-3
  }

  @inline(__always)
  static func bin(ofNanoseconds nanoseconds: UInt64) -> Int {
    if nanoseconds < 1 << UInt64(lowestExponent) { return 0 }
    let exponent = 63 &- nanoseconds.leadingZeroBitCount
    let quarter = Int(truncatingIfNeeded: nanoseconds &>> UInt64(exponent &- 2)) & 3
    let bin = (exponent &- lowestExponent) &* 4 &+ quarter
    return bin < count ? bin : count &- 1
  }
}
