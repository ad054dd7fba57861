/// The frames of a block at which a signal rises above 0.
struct RisingEdges {
  /// A bit for each frame.
  private(set) var bits: UInt64

  /// - Parameters:
  ///   - frames: 64 at most.
  ///   - last: the value before the first.
  @inline(__always)
  init(_ signal: UnsafeMutablePointer<Float>, _ frames: Int, last: Float) {
    if frames == 1 {
      bits = signal.pointee > 0 && last <= 0 ? 1 : 0
      return
    }
    var (above, below) = (UInt64.zero, UInt64.zero)
    var frame = 0
    while frame &+ 8 <= frames {
      let values = Lanes(loading: signal + frame)
      above |= values.bitsAboveZero &<< UInt64(truncatingIfNeeded: frame)
      below |= values.bitsNotAboveZero &<< UInt64(truncatingIfNeeded: frame)
      frame &+= 8
    }
    while frame < frames {
      let bit: UInt64 = 1 &<< UInt64(truncatingIfNeeded: frame)
      if signal[frame] > 0 { above |= bit }
      if signal[frame] <= 0 { below |= bit }
      frame &+= 1
    }
    bits = above & (below &<< 1 | (last <= 0 ? 1 : 0))
  }

  /// The first of those that are left, which is then no longer there.
  @inline(__always)
  mutating func next() -> Int? {
    guard bits != 0 else { return nil }
    defer { bits &= bits &- 1 }
    return bits.trailingZeroBitCount
  }
}
