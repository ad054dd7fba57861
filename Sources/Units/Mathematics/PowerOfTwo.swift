/// 2 to the power of eight numbers in −126…126, within 3e-7 of it.
///
/// - Source: the whole part goes into the exponent, the rest into the first terms of the exponential series.
@inline(__always) func powerOfTwo(_ x: Lanes) -> Lanes {
  // Adding 1.5 · 2^23 leaves no room for a fraction: the nearest whole number stands in the lowest bits.
  let shifted = x + Lanes(repeating: 12_582_912)
  let rest = x - (shifted - Lanes(repeating: 12_582_912))
  var sum = Lanes(repeating: 1.540353e-4)
  sum = multiplyAdd(sum, rest, Lanes(repeating: 1.3333558e-3))
  sum = multiplyAdd(sum, rest, Lanes(repeating: 9.618129e-3))
  sum = multiplyAdd(sum, rest, Lanes(repeating: 5.5504109e-2))
  sum = multiplyAdd(sum, rest, Lanes(repeating: 0.24022651))
  sum = multiplyAdd(sum, rest, Lanes(repeating: 0.69314718))
  sum = multiplyAdd(sum, rest, Lanes(repeating: 1))
  let exponent = unsafeBitCast(shifted, to: SIMD8<UInt32>.self) &* 8_388_608
  return unsafeBitCast(unsafeBitCast(sum, to: SIMD8<UInt32>.self) &+ exponent, to: Lanes.self)
}
