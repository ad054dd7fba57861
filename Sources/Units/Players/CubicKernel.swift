import RealTime

/// The cubic through four neighbours with their slopes (Catmull–Rom), which is what scsynth's PlayBuf reads.
///
/// Every frame is reckoned in the same order, so that where blocks begin changes no bit.
enum CubicKernel {
  /// The weights of the four neighbours at `t` in 0..<1 behind the second.
  @inline(__always)
  private static func weights(_ t: Lanes) -> (Lanes, Lanes, Lanes, Lanes) {
    let half = t * 0.5
    let square = t * t
    let halfCube = square * half
    let first = square - halfCube - half
    let second = multiplyAdd(
      square, Lanes(repeating: -2.5), multiplyAdd(halfCube, Lanes(repeating: 3), Lanes(repeating: 1)))
    let third = multiplyAdd(square, Lanes(repeating: 2), multiplyAdd(halfCube, Lanes(repeating: -3), half))
    let fourth = multiplyAdd(square, Lanes(repeating: -0.5), halfCube)
    return (first, second, third, fourth)
  }

  /// Writes `count` frames, rounded up to four, to both outputs.
  ///
  /// - Parameter start: 32.32 fixed point from the window's first frame; the frame before it is there, and two behind it.
  @inline(__always)
  static func read(
    _ window: FrameWindow, from start: Int64, increment: Int64, count: Int, left: UnsafeMutablePointer<Float>,
    right: UnsafeMutablePointer<Float>
  ) {
    @inline(__always) func row(_ position: Int64) -> Lanes {
      let index = Int(position >> 32) &- 1
      return UnsafeRawPointer(window.left + index).loadUnaligned(as: SIMD4<Float>.self)
        .followed(by: UnsafeRawPointer(window.right + index).loadUnaligned(as: SIMD4<Float>.self))
    }
    var position = start
    var frame = 0
    while frame < count {
      // Behind the last frame, that one again: what it needs is there.
      let second = frame &+ 1 < count ? position &+ increment : position
      let third = frame &+ 2 < count ? second &+ increment : second
      let fourth = frame &+ 3 < count ? third &+ increment : third
      let (a, b, c, d) = (row(position), row(second), row(third), row(fourth))
      let (ab, cd) = (a.alternatingLow(b), c.alternatingLow(d))
      let (abHigh, cdHigh) = (a.alternatingHigh(b), c.alternatingHigh(d))
      let low = SIMD4<UInt32>(
        UInt32(truncatingIfNeeded: position), UInt32(truncatingIfNeeded: second), UInt32(truncatingIfNeeded: third),
        UInt32(truncatingIfNeeded: fourth))
      let (w0, w1, w2, w3) = weights(Lanes(fractionsOf: SIMD8(lowHalf: low, highHalf: low)))
      let far = multiplyAdd(abHigh.lowPairs(cdHigh), w2, abHigh.highPairs(cdHigh) * w3)
      let near = multiplyAdd(ab.lowPairs(cd), w0, ab.highPairs(cd) * w1)
      (near + far).store(left: left + frame, right: right + frame)
      position = fourth &+ increment
      frame &+= 4
    }
  }
}
