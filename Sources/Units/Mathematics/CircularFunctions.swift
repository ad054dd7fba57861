import CRealTime

/// sin of eight angles in radians, within 3e-7. Angles beyond ±100,000 are left to the C library.
@inline(__always) func sine(radians x: Lanes) -> Lanes {
  if x.magnitude.highest < 100_000 { return sine(turns: turns(x)) }
  return Lanes(
    syrinx_sinf(x[0]), syrinx_sinf(x[1]), syrinx_sinf(x[2]), syrinx_sinf(x[3]), syrinx_sinf(x[4]), syrinx_sinf(x[5]),
    syrinx_sinf(x[6]), syrinx_sinf(x[7]))
}

/// cos of eight angles in radians, within 3e-7. Angles beyond ±100,000 are left to the C library.
@inline(__always) func cosine(radians x: Lanes) -> Lanes {
  if x.magnitude.highest < 100_000 { return sine(turns: (turns(x) + 0.25).wrappedTurns) }
  return Lanes(
    syrinx_cosf(x[0]), syrinx_cosf(x[1]), syrinx_cosf(x[2]), syrinx_cosf(x[3]), syrinx_cosf(x[4]), syrinx_cosf(x[5]),
    syrinx_cosf(x[6]), syrinx_cosf(x[7]))
}

/// Angles in radians as turns within −0.5…0.5: what whole turns leave over, with 2π in three parts so that it is exact.
@inline(__always) private func turns(_ x: Lanes) -> Lanes {
  let magic = Lanes(repeating: 12_582_912)
  let whole = (x * 0.159_154_94 + magic) - magic
  // 6.28125 and 0.001934… have few bits: their products with whole numbers are exact.
  let rest = ((x - whole * 6.281_25) - whole * 0.001_934_051_5) - whole * 1.255_664_4e-6
  return (rest * 0.159_154_94).wrappedTurns
}

/// arctan of eight numbers, within 2e-7.
///
/// - Source: folded to ±tan(π/8), then an odd polynomial (S. Moshier's in Cephes).
@inline(__always) func arcTangent(_ x: Lanes) -> Lanes {
  let magnitude = x.magnitude
  let isSteep = magnitude .> 2.414_213_6
  let isMiddle = magnitude .> 0.414_213_57
  let middle = (magnitude - 1) / (magnitude + 1)
  let folded = magnitude.replacing(with: middle, where: isMiddle).replacing(with: -1 / magnitude, where: isSteep)
  let start = Lanes.zero.replacing(with: Lanes(repeating: .pi / 4), where: isMiddle)
    .replacing(with: Lanes(repeating: .pi / 2), where: isSteep)
  let square = folded * folded
  var sum = Lanes(repeating: 8.053_744_5e-2)
  sum = multiplyAdd(sum, square, Lanes(repeating: -0.138_776_86))
  sum = multiplyAdd(sum, square, Lanes(repeating: 0.199_777_11))
  sum = multiplyAdd(sum, square, Lanes(repeating: -0.333_329_5))
  let angle = start + (sum * square * folded + folded)
  return angle.replacing(with: -angle, where: x .< 0)
}

/// arcsin of eight numbers, within 2e-7; beyond ±1 no number.
///
/// - Source: an odd polynomial up to 0.5, beyond it the same of half the way to 1 (S. Moshier's in Cephes).
@inline(__always) func arcSine(_ x: Lanes) -> Lanes {
  let magnitude = x.magnitude
  let isHigh = magnitude .> 0.5
  let half = 0.5 * (1 - magnitude)
  let square = (magnitude * magnitude).replacing(with: half, where: isHigh)
  let root = magnitude.replacing(with: half.root, where: isHigh)
  var sum = Lanes(repeating: 4.216_32e-2)
  sum = multiplyAdd(sum, square, Lanes(repeating: 2.418_131_1e-2))
  sum = multiplyAdd(sum, square, Lanes(repeating: 4.547_002_6e-2))
  sum = multiplyAdd(sum, square, Lanes(repeating: 7.495_3e-2))
  sum = multiplyAdd(sum, square, Lanes(repeating: 0.166_667_52))
  let low = sum * square * root + root
  let angle = low.replacing(with: Lanes(repeating: .pi / 2) - 2 * low, where: isHigh)
  return angle.replacing(with: -angle, where: x .< 0)
}
