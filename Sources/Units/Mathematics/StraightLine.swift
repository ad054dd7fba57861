/// A straight line, four frames at a time: the values of a block from a first one and a step, in the order of rounding
/// that SuperCollider's vectors have, so that what depends on them stays together for ever.
struct StraightLine: BitwiseCopyable {
  private var four: SIMD4<Float>
  private let step: Float

  @inline(__always)
  init(from first: Float, by step: Float) {
    let third = first + (step + step)
    four = SIMD4(first, first + step, third, third + step)
    self.step = 4 * step
  }

  /// The next eight values.
  @inline(__always)
  mutating func next() -> Lanes {
    let low = four
    let high = low + step
    four = high + step
    return low.followed(by: high)
  }
}
