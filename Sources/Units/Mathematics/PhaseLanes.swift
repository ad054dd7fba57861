/// Eight phases at equal distances, in double precision, around in a period.
///
/// Where step and period are numbers of single precision no sum is rounded: edges come where they come one by one.
struct PhaseLanes {
  private var low: SIMD4<Double>
  private var high: SIMD4<Double>
  private let stride: Double
  private let period: Double

  /// - Parameters:
  ///   - phase: from 0 to the period.
  ///   - step: from 0 to the period.
  @inline(__always)
  init(_ phase: Double, by step: Double, period: Double) {
    self.period = period
    low = Self.around(SIMD4(phase, phase + step, phase + 2 * step, phase + 3 * step), period)
    high = Self.around(low + 4 * step, period)
    let eight = 8 * step
    stride = eight - period * Double(Int32(processorTruncating: eight / period))
  }

  /// The first of those that come next.
  @inline(__always)
  var first: Double { low[0] }

  /// The same, before it has gone around.
  @inline(__always)
  func firstUnwrapped(_ step: Double) -> Double { low[0] < step ? low[0] + period : low[0] }

  @inline(__always)
  mutating func next() -> WideLanes {
    let lanes = WideLanes(low: low, high: high)
    low = Self.once(low + stride, period)
    high = Self.once(high + stride, period)
    return lanes
  }

  /// What has gone around up to four times.
  @inline(__always)
  private static func around(_ phases: SIMD4<Double>, _ period: Double) -> SIMD4<Double> {
    let four = phases.replacing(with: phases - 4 * period, where: phases .>= 4 * period)
    return once(once(once(four, period), period), period)
  }

  @inline(__always)
  private static func once(_ phases: SIMD4<Double>, _ period: Double) -> SIMD4<Double> {
    phases.replacing(with: phases - period, where: phases .>= period)
  }
}
