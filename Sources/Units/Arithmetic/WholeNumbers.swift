/// Arithmetic of whole numbers that come as floats, without their fractions.
enum WholeNumbers {
  /// Brought into `low`...`high`, both ends included, by going around.
  @inline(__always)
  static func wrap(_ value: Int, _ low: Int, _ high: Int) -> Int {
    let range = high - low + 1
    guard range != 0 else { return low }
    let rest = (value - low) % range
    return (rest < 0 ? rest + (range < 0 ? -range : range) : rest) + low
  }

  /// Reflected at `low` and `high` until it lies between them, both included.
  @inline(__always)
  static func fold(_ value: Int, _ low: Int, _ high: Int) -> Int {
    let range = high - low
    guard range != 0 else { return low }
    let rest = (value - low) % (2 * range)
    let around = rest < 0 ? rest + (range < 0 ? -2 * range : 2 * range) : rest
    return (around > range ? 2 * range - around : around) + low
  }

  /// Negative where neither number is positive; of a number and 0 it is that number.
  @inline(__always)
  static func greatestCommonDivisor(_ left: Float, _ right: Float) -> Float {
    Float(divisor(whole(left), whole(right)))
  }

  /// 0 where one of them is 0.
  @inline(__always)
  static func leastCommonMultiple(_ left: Float, _ right: Float) -> Float {
    let (a, b) = (whole(left), whole(right))
    if a == 0 || b == 0 { return 0 }
    return Float((a &* b) / divisor(a, b))
  }

  /// Within ±2³¹, so that products and quotients are numbers.
  @inline(__always)
  static func whole(_ value: Float) -> Int {
    if value >= 2_147_483_520 { return 2_147_483_520 }
    if value <= -2_147_483_520 { return -2_147_483_520 }
    return value == value ? Int(value) : 0
  }

  @inline(__always)
  private static func divisor(_ left: Int, _ right: Int) -> Int {
    var (a, b) = (left < 0 ? -left : left, right < 0 ? -right : right)
    while b != 0 { (a, b) = (b, a % b) }
    return left <= 0 && right <= 0 ? -a : a
  }
}
