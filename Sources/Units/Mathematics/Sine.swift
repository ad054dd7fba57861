/// sin(2π · `turns`) for turns in −0.5…0.5, within 2e-7.
///
/// - Source: folded to a quarter turn, then an odd polynomial of degree 11 fitted to the least absolute error.
@inline(__always) func sine(turns: Lanes) -> Lanes {
  let magnitude = turns.magnitude
  let folded = magnitude.replacing(with: 0.5 - magnitude, where: magnitude .> 0.25)
  return sine(quarterTurns: folded.replacing(with: -folded, where: turns .< 0))
}

/// The same for turns in −0.25…0.25.
@inline(__always) func sine(quarterTurns x: Lanes) -> Lanes {
  let square = x * x
  var sum = Lanes(repeating: -14.337024)
  sum = multiplyAdd(sum, square, Lanes(repeating: 41.99999))
  sum = multiplyAdd(sum, square, Lanes(repeating: -76.70367))
  sum = multiplyAdd(sum, square, Lanes(repeating: 81.60521))
  sum = multiplyAdd(sum, square, Lanes(repeating: -41.3417))
  sum = multiplyAdd(sum, square, Lanes(repeating: 6.2831855))
  return sum * x
}

/// The sine at phases that are whole numbers of 2⁻²⁹ turns.
@inline(__always) func sine(phases: SIMD8<Int32>) -> Lanes {
  // Shifted to the top, the lowest 29 bits are −0.5…0.5 turns as a signed number.
  sine(turns: Lanes(converting: phases &* 8) * 2.328_306_4e-10)
}
