import RealTime

/// Memory that a signal goes around in: as long as a power of two.
struct DelayMemoryLine: BitwiseCopyable {
  var memory: UnsafeMutablePointer<Float>
  var mask: Int
  /// Where the next value goes, counted from the beginning.
  var place: Int

  /// The value at a place; what lies before the beginning is silence.
  @inline(__always)
  subscript(_ place: Int) -> Float { place < 0 ? 0 : memory[place & mask] }

  @inline(__always)
  func write(_ value: Float) { memory[place & mask] = value }

  /// The value a number of frames ago.
  @inline(__always)
  func read(_ delay: Float, _ interpolation: DelayInterpolation) -> Float {
    let whole = Int(delay)
    let part = delay - Float(whole)
    let near = place &- whole
    switch interpolation {
    case .none: return self[near]
    case .linear:
      let value = self[near]
      return value + part * (self[near &- 1] - value)
    case .cubic: return cubic(part, self[near &+ 1], self[near], self[near &- 1], self[near &- 2])
    }
  }
}
