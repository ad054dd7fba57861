/// The curve through four points a distance of 1 apart, between the second (`x` = 0) and the third (1): continuous, and so is
/// its slope.
///
/// - Source: E. Catmull and R. Rom, "A class of local interpolating splines", 1974.
@inline(__always) func cubic(_ x: Float, _ before: Float, _ from: Float, _ to: Float, _ behind: Float) -> Float {
  let one = 0.5 * (to - before)
  let two = before - 2.5 * from + 2 * to - 0.5 * behind
  let three = 0.5 * (behind - before) + 1.5 * (from - to)
  return ((three * x + two) * x + one) * x + from
}

/// The same eight times.
@inline(__always) func cubic(_ x: Lanes, _ before: Lanes, _ from: Lanes, _ to: Lanes, _ behind: Lanes) -> Lanes {
  let one = 0.5 * (to - before)
  let two = before - 2.5 * from + 2 * to - 0.5 * behind
  let three = 0.5 * (behind - before) + 1.5 * (from - to)
  return multiplyAdd(multiplyAdd(multiplyAdd(three, x, two), x, one), x, from)
}
