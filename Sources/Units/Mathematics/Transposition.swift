import CLanes

/// Four numbers of the left and four of the right, of several frames: steps of turning rows into columns. None of them
/// crosses a vector's halves.
extension Lanes {
  /// The first two of each half, in turn with the other's.
  @inline(__always)
  func alternatingLow(_ other: Lanes) -> Lanes {
    Lanes(self[0], other[0], self[1], other[1], self[4], other[4], self[5], other[5])
  }

  /// The last two of each half, in turn with the other's.
  @inline(__always)
  func alternatingHigh(_ other: Lanes) -> Lanes {
    Lanes(self[2], other[2], self[3], other[3], self[6], other[6], self[7], other[7])
  }

  /// The first pair of each half, then the other's.
  @inline(__always)
  func lowPairs(_ other: Lanes) -> Lanes {
    Lanes(self[0], self[1], other[0], other[1], self[4], self[5], other[4], other[5])
  }

  /// The second pair of each half, then the other's.
  @inline(__always)
  func highPairs(_ other: Lanes) -> Lanes {
    Lanes(self[2], self[3], other[2], other[3], self[6], self[7], other[6], other[7])
  }

  @inline(__always)
  func store(left: UnsafeMutablePointer<Float>, right: UnsafeMutablePointer<Float>) {
    UnsafeMutableRawPointer(left).storeBytes(of: lowHalf, as: SIMD4<Float>.self)
    UnsafeMutableRawPointer(right).storeBytes(of: highHalf, as: SIMD4<Float>.self)
  }

  /// Fractions of 2³², 23 bits of them, as numbers in 0..<1.
  @inline(__always)
  init(fractionsOf bits: SIMD8<UInt32>) {
    // The fraction's bits behind the exponent of 1 make a number in 1..<2.
    self = syrinx_one_to_two(bits) - 1
  }
}
