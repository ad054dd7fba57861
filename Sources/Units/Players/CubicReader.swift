import RealTime

/// Reads a buffer between its samples: the cubic through four neighbours with their slopes (Catmull–Rom), which is what
/// scsynth's PlayBuf reads. Positions are 32.32 fixed point.
enum CubicReader {
  /// The weights of the four neighbours at `t` in 0..<1 behind the second.
  @inline(__always)
  static func weights(_ t: Lanes) -> (Lanes, Lanes, Lanes, Lanes) {
    let half = t * 0.5
    let square = t * t
    let halfCube = square * half
    let first = square - halfCube - half
    let second = 1 + (3 * halfCube - 2.5 * square)
    let third = half + (2 * square - 3 * halfCube)
    let fourth = halfCube - 0.5 * square
    return (first, second, third, fourth)
  }

  /// Fractions of four positions, each twice.
  @inline(__always)
  static func fractions(_ positions: SIMD4<Int64>) -> Lanes {
    let low = SIMD4<UInt64>(truncatingIfNeeded: positions) & 0xFFFF_FFFF
    let twice = unsafeBitCast(low | (low &<< 32), to: SIMD8<UInt32>.self)
    return Lanes(SIMD8<Int32>(truncatingIfNeeded: twice &>> 8)) * Float(1.0 / 16_777_216)
  }

  /// Stereo, every neighbour in memory. Writes `count` frames, rounded up to eight, to both outputs.
  @inline(__always)
  static func readStereo(
    _ samples: UnsafePointer<Float>, from start: Int64, increment: Int64, count: Int,
    left: UnsafeMutablePointer<Float>, right: UnsafeMutablePointer<Float>
  ) {
    let raw = UnsafeRawPointer(samples) - 8
    var position = start
    var frame = 0
    while frame < count {
      let early = fourPairs(raw, position, increment)
      let late = fourPairs(raw, position &+ 4 &* increment, increment)
      early.evenHalf.followed(by: late.evenHalf).store(to: left + frame)
      early.oddHalf.followed(by: late.oddHalf).store(to: right + frame)
      position = position &+ 8 &* increment
      frame += 8
    }
  }

  /// Four stereo frames, left and right in turn.
  @inline(__always)
  private static func fourPairs(_ raw: UnsafeRawPointer, _ first: Int64, _ increment: Int64) -> Lanes {
    let second = first &+ increment
    let third = second &+ increment
    let fourth = third &+ increment
    let a = raw.loadUnaligned(fromByteOffset: Int(first >> 32) &* 8, as: SIMD4<UInt64>.self)
    let b = raw.loadUnaligned(fromByteOffset: Int(second >> 32) &* 8, as: SIMD4<UInt64>.self)
    let c = raw.loadUnaligned(fromByteOffset: Int(third >> 32) &* 8, as: SIMD4<UInt64>.self)
    let d = raw.loadUnaligned(fromByteOffset: Int(fourth >> 32) &* 8, as: SIMD4<UInt64>.self)
    let tap0 = unsafeBitCast(SIMD4(a[0], b[0], c[0], d[0]), to: Lanes.self)
    let tap1 = unsafeBitCast(SIMD4(a[1], b[1], c[1], d[1]), to: Lanes.self)
    let tap2 = unsafeBitCast(SIMD4(a[2], b[2], c[2], d[2]), to: Lanes.self)
    let tap3 = unsafeBitCast(SIMD4(a[3], b[3], c[3], d[3]), to: Lanes.self)
    let (w0, w1, w2, w3) = weights(fractions(SIMD4(first, second, third, fourth)))
    return multiplyAdd(tap0, w0, multiplyAdd(tap1, w1, multiplyAdd(tap2, w2, tap3 * w3)))
  }

  /// Mono, every neighbour in memory. Writes `count` frames, rounded up to four.
  @inline(__always)
  static func readMono(
    _ samples: UnsafePointer<Float>, from start: Int64, increment: Int64, count: Int, output: UnsafeMutablePointer<Float>
  ) {
    let raw = UnsafeRawPointer(samples) - 4
    var first = start
    var frame = 0
    while frame < count {
      let second = first &+ increment
      let third = second &+ increment
      let fourth = third &+ increment
      let a = raw.loadUnaligned(fromByteOffset: Int(first >> 32) &* 4, as: SIMD4<Float>.self)
      let b = raw.loadUnaligned(fromByteOffset: Int(second >> 32) &* 4, as: SIMD4<Float>.self)
      let c = raw.loadUnaligned(fromByteOffset: Int(third >> 32) &* 4, as: SIMD4<Float>.self)
      let d = raw.loadUnaligned(fromByteOffset: Int(fourth >> 32) &* 4, as: SIMD4<Float>.self)
      let tap01 = Lanes(a[0], a[1], b[0], b[1], c[0], c[1], d[0], d[1])
      let tap23 = Lanes(a[2], a[3], b[2], b[3], c[2], c[3], d[2], d[3])
      let (w0, w1, w2, w3) = weights(fractions(SIMD4(first, second, third, fourth)))
      let even = Lanes(w0[0], w1[0], w0[2], w1[2], w0[4], w1[4], w0[6], w1[6])
      let odd = Lanes(w2[0], w3[0], w2[2], w3[2], w2[4], w3[4], w2[6], w3[6])
      let sums = multiplyAdd(tap01, even, tap23 * odd)
      let result = sums.evenHalf + sums.oddHalf
      UnsafeMutableRawPointer(output + frame).storeBytes(of: result, as: SIMD4<Float>.self)
      first = fourth &+ increment
      frame += 4
    }
  }

  /// One frame anywhere: neighbours outside the buffer are the sample at its edge, or, wrapped, those at its other end.
  @inline(__always)
  static func readEdge(
    _ samples: UnsafePointer<Float>, frames: Int, channels: Int, at position: Int64, wrapsLow: Bool,
    wrapsHigh: Bool
  ) -> (left: Float, right: Float) {
    let whole = Int(position >> 32)
    let (w0, w1, w2, w3) = weights(fractions(SIMD4(repeating: position)))
    let i0 = neighbour(whole &- 1, frames, wrapsLow, wrapsHigh) &* channels
    let i1 = neighbour(whole, frames, wrapsLow, wrapsHigh) &* channels
    let i2 = neighbour(whole &+ 1, frames, wrapsLow, wrapsHigh) &* channels
    let i3 = neighbour(whole &+ 2, frames, wrapsLow, wrapsHigh) &* channels
    if channels == 1 {
      // In the order of `readMono`, so that where blocks begin changes no rounding.
      let even = multiplyAdd(samples[i0], w0[0], samples[i2] * w2[0])
      let odd = multiplyAdd(samples[i1], w1[0], samples[i3] * w3[0])
      let sum = even + odd
      return (sum, sum)
    }
    let tap0 = Lanes(samples[i0], samples[i0 + 1], 0, 0, 0, 0, 0, 0)
    let tap1 = Lanes(samples[i1], samples[i1 + 1], 0, 0, 0, 0, 0, 0)
    let tap2 = Lanes(samples[i2], samples[i2 + 1], 0, 0, 0, 0, 0, 0)
    let tap3 = Lanes(samples[i3], samples[i3 + 1], 0, 0, 0, 0, 0, 0)
    let sum = multiplyAdd(tap0, w0, multiplyAdd(tap1, w1, multiplyAdd(tap2, w2, tap3 * w3)))
    return (sum[0], sum[1])
  }

  @inline(__always)
  private static func neighbour(_ index: Int, _ frames: Int, _ wrapsLow: Bool, _ wrapsHigh: Bool) -> Int {
    if index < 0 {
      guard wrapsLow else { return 0 }
      let rest = index % frames
      return rest < 0 ? rest + frames : rest
    }
    if index < frames { return index }
    return wrapsHigh ? index % frames : frames - 1
  }
}

extension SIMD4<Float> {
  /// These four, then those four.
  @inline(__always) func followed(by high: SIMD4<Float>) -> Lanes { Lanes(lowHalf: self, highHalf: high) }
}
