import CRealTime
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

  /// Has the frames brought near that a block will read and write: long lines are seldom in the nearest cache.
  @inline(__always)
  func bringNear(_ delay: Float, _ frames: Int) {
    let whole = delay < 1e9 ? Int(delay) : 0
    var frame = 0
    while frame < frames {
      syrinx_prefetch(memory + ((place &- whole &+ frame) & mask))
      syrinx_prefetch(memory + ((place &+ frame) & mask))
      frame &+= 16
    }
  }

  /// Whether eight frames at a time can be read and written over a block: none of them is one that is just being written,
  /// and none lies before the beginning.
  @inline(__always)
  func takesEight(from first: Float, to last: Float, _ frames: Int) -> Bool {
    let (low, high) = first < last ? (first, last) : (last, first)
    guard frames & 7 == 0, place & 7 == 0, mask >= 63, mask < 1 &<< 30, low >= 12, high < 1e9 else { return false }
    return place &- Int(high) >= 3
  }

  /// The eight values from a place on, one behind the other.
  @inline(__always)
  private func values(_ place: Int) -> Lanes {
    let at = place & mask
    if at &+ 7 <= mask { return Lanes(loading: memory + at) }
    return gather(Int32(truncatingIfNeeded: at), SIMD8<Int32>(0, 1, 2, 3, 4, 5, 6, 7))
  }

  @inline(__always)
  private func gather(_ at: Int32, _ offsets: SIMD8<Int32>) -> Lanes {
    Lanes(gathering: memory, (offsets &+ at) & Int32(truncatingIfNeeded: mask))
  }

  /// The values the same number of frames ago.
  @inline(__always)
  func readEight(_ delay: Float, _ interpolation: DelayInterpolation) -> Lanes {
    let whole = Int(delay)
    return readEight(whole, Lanes(repeating: delay - Float(whole)), interpolation)
  }

  /// The values the same whole number of frames ago, and parts of a frame more.
  @inline(__always)
  private func readEight(_ whole: Int, _ parts: Lanes, _ interpolation: DelayInterpolation) -> Lanes {
    let near = place &- whole
    switch interpolation {
    case .none: return values(near)
    case .linear:
      let value = values(near)
      return value + parts * (values(near &- 1) - value)
    case .cubic: return cubic(parts, values(near &+ 1), values(near), values(near &- 1), values(near &- 2))
    }
  }

  /// The values numbers of frames ago, one for each of the eight.
  @inline(__always)
  func readEight(_ delays: Lanes, _ interpolation: DelayInterpolation) -> Lanes {
    let wholes = SIMD8<Int32>(truncatingLanes: delays)
    let parts = delays - Lanes(converting: wholes)
    // While a delay glides slowly the eight lie one behind the other.
    if wholes.areEqual { return readEight(Int(wholes[0]), parts, interpolation) }
    let at = Int32(truncatingIfNeeded: place & mask)
    let near = SIMD8<Int32>(0, 1, 2, 3, 4, 5, 6, 7) &- wholes
    switch interpolation {
    case .none: return gather(at, near)
    case .linear:
      let places = (near &+ at) & Int32(truncatingIfNeeded: mask)
      if places.hasZero {
        let value = gather(at, near)
        return value + parts * (gather(at &- 1, near) - value)
      }
      let (before, value) = Lanes.neighbours(memory - 1, places)
      return value + parts * (before - value)
    case .cubic:
      return cubic(parts, gather(at &+ 1, near), gather(at, near), gather(at &- 1, near), gather(at &- 2, near))
    }
  }

  @inline(__always)
  func writeEight(_ values: Lanes) { values.store(to: memory + (place & mask)) }

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
