/// The window whose sidelobes are low for its width: the modified Bessel function of order 0 of half a circle.
///
/// - Source: J. F. Kaiser, "Nonrecursive digital filter design using the I0-sinh window function", 1974; the function by
///   its power series.
struct KaiserWindow {
  private static let terms = 30
  /// From the highest power of the square to 1, so that the window is 1 in its middle.
  private let coefficients: [Double]

  init(beta: Double) {
    var powers = [1.0]
    for index in 1..<Self.terms { powers.append(powers[index - 1] * beta * beta / 4 / Double(index * index)) }
    let middle = powers.reversed().reduce(0, +)
    coefficients = powers.reversed().map { $0 / middle }
  }

  /// At distances from the middle of which 1 is the end.
  func values(at distances: SIMD4<Double>) -> SIMD4<Double> {
    let squares = 1 - distances * distances
    var sum = SIMD4<Double>.zero
    for coefficient in coefficients { sum = sum * squares + coefficient }
    return sum
  }
}
