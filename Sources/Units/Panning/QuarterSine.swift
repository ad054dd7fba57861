import RealTime

/// Gains from the table of a sine.
struct QuarterSine: BitwiseCopyable {
  let table: UnsafeMutablePointer<Float>

  /// Made when a unit is prepared.
  init() { table = WaveTables.sine }

  /// The gains of what lies at −1 and at 1, of equal power all the way; beyond these positions there is nothing.
  @inline(__always)
  func gains(_ position: Float) -> SIMD2<Float> {
    let place = 1024 * position + 1024 + 0.5
    let index = place >= 1 ? (place < 2048 ? Int(place) : 2048) : 0
    return SIMD2(table[2048 - index], table[index])
  }

  /// The sine and the cosine of a number of half turns.
  @inline(__always)
  func turn(_ halfTurns: Float, size: Float = 4096) -> SIMD2<Float> {
    let index = WholeNumbers.whole(halfTurns * size) & 8191
    return SIMD2(table[index], table[(index + 2048) & 8191])
  }
}
