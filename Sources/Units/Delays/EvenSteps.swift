/// Sums of one step after another, as rounding leaves them: between two powers of two each sum moves by the same whole number
/// of the last place, so that eight can be had at a time, to the bit.
struct EvenSteps {
  private let steps: Lanes
  private let eight: Float

  /// Nil where a sum passes a power of two, or where the step is just between two whole numbers of the last place.
  ///
  /// - Parameters:
  ///   - start: above 0.
  ///   - count: at most 64.
  @inline(__always)
  init?(from start: Float, by step: Float, count: Int) {
    let rounded = (start + step) - start
    let end = start + rounded * Float(count)
    let exponent: UInt32 = 0x7F80_0000
    guard (start.bitPattern ^ end.bitPattern) & exponent == 0 else { return nil }
    // One in the last place.
    let place = Float(bitPattern: (start.bitPattern & exponent) &+ 1) - Float(bitPattern: start.bitPattern & exponent)
    guard (step - rounded).magnitude * 2 < place else { return nil }
    steps = (Lanes.ascending + 1) * rounded
    eight = rounded * 8
  }

  /// The next eight; moves on to the last of them.
  @inline(__always)
  func next(_ sum: inout Float) -> Lanes {
    let sums = steps + sum
    sum += eight
    return sums
  }
}
