/// Eight frames at once, all of whose neighbours lie in the table.
extension FrameTable {
  /// One channel of them.
  @inline(__always)
  func lanes(_ indices: SIMD8<Int32>, _ fractions: Lanes, channel: Int, _ interpolation: TableInterpolation) -> Lanes {
    let base = samples + channel
    if interpolation == .cubic && channels == 1 { return cubicOfOne(indices, fractions) }
    let from = gather(base, indices)
    switch interpolation {
    case .none: return from
    case .linear: return multiplyAdd(fractions, gather(base + channels, indices) - from, from)
    case .cubic:
      return cubic(
        fractions, gather(base - channels, indices), from, gather(base + channels, indices),
        gather(base + 2 &* channels, indices))
    }
  }

  /// Both channels of four of the eight, the left one's first: of a stereo table, on a cubic.
  @inline(__always)
  func cubicOfTwo(_ indices: SIMD4<Int32>, _ fractions: SIMD4<Float>) -> Lanes {
    @inline(__always) func row(_ lane: Int) -> Lanes { Lanes(loading: samples + 2 &* (Int(indices[lane]) &- 1)) }
    let (a, b, c, d) = (row(0), row(1), row(2), row(3))
    let (even, evenRest) = (a.alternatingLow(b), c.alternatingLow(d))
    let (odd, oddRest) = (a.alternatingHigh(b), c.alternatingHigh(d))
    let (left, right) = (even.lowPairs(evenRest), even.highPairs(evenRest))
    let (leftNext, rightNext) = (odd.lowPairs(oddRest), odd.highPairs(oddRest))
    return cubic(
      fractions.followed(by: fractions), left.lowHalf.followed(by: right.lowHalf),
      leftNext.lowHalf.followed(by: rightNext.lowHalf), left.highHalf.followed(by: right.highHalf),
      leftNext.highHalf.followed(by: rightNext.highHalf))
  }

  @inline(__always)
  private func cubicOfOne(_ indices: SIMD8<Int32>, _ fractions: Lanes) -> Lanes {
    @inline(__always) func row(_ lane: Int) -> Lanes {
      UnsafeRawPointer(samples + (Int(indices[lane]) &- 1)).loadUnaligned(as: SIMD4<Float>.self)
        .followed(
          by: UnsafeRawPointer(samples + (Int(indices[lane &+ 4]) &- 1)).loadUnaligned(as: SIMD4<Float>.self))
    }
    let (a, b, c, d) = (row(0), row(1), row(2), row(3))
    let (low, lowRest) = (a.alternatingLow(b), c.alternatingLow(d))
    let (high, highRest) = (a.alternatingHigh(b), c.alternatingHigh(d))
    return cubic(
      fractions, low.lowPairs(lowRest), low.highPairs(lowRest), high.lowPairs(highRest), high.highPairs(highRest))
  }

  @inline(__always)
  private func gather(_ base: UnsafeMutablePointer<Float>, _ indices: SIMD8<Int32>) -> Lanes {
    @inline(__always) func at(_ lane: Int) -> Float { base[Int(indices[lane]) &* channels] }
    return Lanes(at(0), at(1), at(2), at(3), at(4), at(5), at(6), at(7))
  }
}
