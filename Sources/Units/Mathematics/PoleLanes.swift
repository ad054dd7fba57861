import CLanes

/// A filter of one pole that stands still: y = a · (the y before) + x, eight frames at once.
struct PoleLanes {
  private let a: Double
  private let a2: Double
  private let powers: SIMD4<Double>
  private let highPowers: SIMD4<Double>
  /// What came last, in each lane.
  private(set) var last: SIMD4<Double>

  @inline(__always)
  init(_ a: Double, last: Double) {
    self.a = a
    a2 = a * a
    powers = SIMD4(a, a2, a2 * a, a2 * a2)
    highPowers = powers * (a2 * a2)
    self.last = SIMD4(repeating: last)
  }

  @inline(__always)
  mutating func next(_ x: WideLanes) -> WideLanes {
    let low = run(x.low)
    let high = multiplyAdd(powers, low[3], run(x.high))
    let y = last[3]
    let out = WideLanes(low: multiplyAdd(powers, y, low), high: multiplyAdd(highPowers, y, high))
    last = SIMD4(repeating: out.high[3])
    return out
  }

  /// Four frames, as if nothing had come before.
  @inline(__always)
  private func run(_ x: SIMD4<Double>) -> SIMD4<Double> {
    let two = multiplyAdd(syrinx_shift_doubles_one(.zero, x), a, x)
    return multiplyAdd(syrinx_shift_doubles_two(.zero, two), a2, two)
  }
}
