/// tan of 0…1.45, to the last digits.
///
/// - Source: J. H. Lambert's continued fraction of the tangent (1761), cut off after its 14th term.
func tangent(_ x: Double) -> Double {
  let square = x * x
  var rest = 29.0
  var odd = 27.0
  while odd >= 1 {
    rest = odd - square / rest
    odd -= 2
  }
  return x / rest
}

/// tan(π · `turns`) within 0.4 % for turns of 0…0.42; beyond, it stays.
///
/// - Source: the same, after its fourth term.
@inline(__always) func filterCorner(turns: Lanes) -> Lanes {
  let x = turns.replacing(with: Lanes(repeating: 0.42), where: turns .> 0.42) * Float.pi
  let square = x * x
  let above = 105 - 10 * square
  let below = 105 - 45 * square + square * square
  return x * above / below
}
