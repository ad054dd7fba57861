/// Arithmetic of whole numbers that come as floats, without their fractions.
enum WholeNumbers {
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
  private static func whole(_ value: Float) -> Int {
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
