import CLanes

/// 2 to the power of eight numbers, within 2e-7 of each; 0 below −126, infinite from 128 on.
///
/// - Source: the whole part becomes the exponent, a polynomial of degree 6 (Taylor's about 0, to ±0.5) the mantissa.
@inline(__always) func exp2(_ x: Lanes) -> Lanes {
  let magic = Lanes(repeating: 12_582_912)
  let bounded = x.clamped(from: -127, to: 128)
  let whole = (bounded + magic) - magic
  let f = bounded - whole
  var sum = Lanes(repeating: 1.540_353e-4)
  sum = multiplyAdd(sum, f, Lanes(repeating: 1.333_355_8e-3))
  sum = multiplyAdd(sum, f, Lanes(repeating: 9.618_129e-3))
  sum = multiplyAdd(sum, f, Lanes(repeating: 5.550_411e-2))
  sum = multiplyAdd(sum, f, Lanes(repeating: 0.240_226_51))
  sum = multiplyAdd(sum, f, Lanes(repeating: 0.693_147_2))
  sum = multiplyAdd(sum, f, Lanes(repeating: 1))
  let exponent = (SIMD8<Int32>(truncatingLanes: whole) &+ 127) &* 8_388_608
  let power = sum * unsafeBitCast(exponent, to: Lanes.self)
  let high = power.replacing(with: Lanes(repeating: 1) / Lanes.zero, where: x .>= 128)
  return high.replacing(with: Lanes.zero, where: x .< -126).replacing(with: x, where: x .!= x)
}

/// e to the power of eight numbers.
@inline(__always) func exp(_ x: Lanes) -> Lanes { exp2(x * 1.442_695_04) }

/// The binary logarithm of eight numbers, within 2e-7 of it or of 1; of 0 minus infinity, below no number.
///
/// - Source: the exponent, plus the series of the area tangent of (m − 1) / (m + 1) for the mantissa m in √½…√2.
@inline(__always) func log2(_ x: Lanes) -> Lanes {
  let bits = unsafeBitCast(x, to: SIMD8<Int32>.self)
  // 0x3F3504F3 is √½.
  let offset = bits &- 0x3F35_04F3
  let exponent = syrinx_shift_right(offset, 23)
  let mantissa = unsafeBitCast(bits &- exponent &* 8_388_608, to: Lanes.self)
  let s = (mantissa - 1) / (mantissa + 1)
  let square = s * s
  var sum = Lanes(repeating: 0.320_598_9)
  sum = multiplyAdd(sum, square, Lanes(repeating: 0.412_198_58))
  sum = multiplyAdd(sum, square, Lanes(repeating: 0.577_078_02))
  sum = multiplyAdd(sum, square, Lanes(repeating: 0.961_796_7))
  sum = multiplyAdd(sum, square, Lanes(repeating: 2.885_390_1))
  let logarithm = multiplyAdd(sum, s, Lanes(converting: exponent))
  let high = logarithm.replacing(with: x, where: x .> 3.402_823_4e38)
  let minusInfinity = Lanes(repeating: -1) / Lanes.zero
  let low = high.replacing(with: minusInfinity, where: x .< 1.175_494_4e-38)
  return low.replacing(with: Lanes.zero / Lanes.zero, where: .!(x .>= 0))
}

/// `base` to the power of `exponent`, lane by lane, of bases from 0 on.
@inline(__always) func power(_ base: Lanes, _ exponent: Lanes) -> Lanes {
  exp2(exponent * log2(base)).replacing(with: Lanes(repeating: 1), where: exponent .== 0)
}
