/// sin(2π · `turns`) for turns in −0.5…0.5, within 2e-7.
@inline(__always) func sine(turns: Lanes) -> Lanes {
  let magnitude = turns.magnitude
  let rest = 0.5 - magnitude
  let folded = rest.replacing(with: magnitude, where: magnitude .< rest)
  let sign = unsafeBitCast(turns, to: SIMD8<UInt32>.self) & 0x8000_0000
  return sine(quarterTurns: unsafeBitCast(unsafeBitCast(folded, to: SIMD8<UInt32>.self) ^ sign, to: Lanes.self))
}

/// The sine at phases that are whole numbers of 2⁻²⁹ turns.
@inline(__always) func sine(phases: SIMD8<Int32>) -> Lanes {
  // Shifted to the top, the lowest 29 bits are −0.5…0.5 turns as a signed number. A sine is as high as far on either side of
  // its peak, a quarter of a turn.
  let fromPeak = (phases &<< 3) &- 0x4000_0000
  let sign = fromPeak &>> 31
  let away = (fromPeak ^ sign) &- sign
  return sine(quarterTurns: Lanes(converting: 0x4000_0000 &- away) * 2.328_306_4e-10)
}

/// sin(2π · `turns`) for turns in −0.25…0.25.
///
/// - Source: an odd polynomial of degree 9, fitted to the least absolute error (3.4e-9 but for rounding).
@inline(__always) func sine(quarterTurns turns: Lanes) -> Lanes {
  let square = turns * turns
  var sum = Lanes(repeating: 39.536705)
  sum = multiplyAdd(sum, square, Lanes(repeating: -76.54978))
  sum = multiplyAdd(sum, square, Lanes(repeating: 81.601006))
  sum = multiplyAdd(sum, square, Lanes(repeating: -41.341656))
  sum = multiplyAdd(sum, square, Lanes(repeating: 6.283185))
  return sum * turns
}
