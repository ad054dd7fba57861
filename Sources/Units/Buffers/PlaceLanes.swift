/// Eight places at equal distances in a table, in 32.32 fixed point.
struct PlaceLanes {
  private(set) var indices: SIMD8<Int32>
  /// Of the way to the next frame, 2⁻³² each.
  private(set) var parts: SIMD8<UInt32>
  private let indexStride: SIMD8<Int32>
  private let partStride: SIMD8<UInt32>

  /// - Parameter step: less than a million.
  @inline(__always)
  init(_ position: Double, by step: Double) {
    let place = Int64(position * 4_294_967_296)
    let stride = Int64(step * 4_294_967_296)
    @inline(__always) func index(_ lane: Int64) -> Int32 {
      Int32(truncatingIfNeeded: (place &+ lane &* stride) &>> 32)
    }
    @inline(__always) func part(_ lane: Int64) -> UInt32 { UInt32(truncatingIfNeeded: place &+ lane &* stride) }
    indices = SIMD8(index(0), index(1), index(2), index(3), index(4), index(5), index(6), index(7))
    parts = SIMD8(part(0), part(1), part(2), part(3), part(4), part(5), part(6), part(7))
    indexStride = SIMD8(repeating: Int32(truncatingIfNeeded: (stride &* 8) &>> 32))
    partStride = SIMD8(repeating: UInt32(truncatingIfNeeded: stride &* 8))
  }

  /// To the eight that follow.
  @inline(__always)
  mutating func advance() {
    parts = parts &+ partStride
    // What is less than what was added has gone around.
    let carry = parts .< partStride
    indices = indices &+ indexStride &+ SIMD8<Int32>.zero.replacing(with: 1, where: carry)
  }
}
