import RealTime

/// Reads a buffer between its samples: the cubic through four neighbours with their slopes (Catmull–Rom), which is what
/// scsynth's PlayBuf reads. Positions are 32.32 fixed point.
///
/// Every path rounds in the same order, so that where blocks begin changes no bit.
enum CubicReader {
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

  /// The low halves of positions as fractions, 23 bits of them.
  @inline(__always)
  private static func fractions(_ low: SIMD8<UInt32>) -> Lanes {
    // The fraction's bits behind the exponent of 1 make a number in 1..<2.
    unsafeBitCast(low &>> 9 | 0x3F80_0000, to: Lanes.self) - 1
  }

  // MARK: - Stereo

  /// Stereo, every neighbour in memory. Writes `count` frames, rounded up to eight, to both outputs.
  ///
  /// In three passes, each through memory: what one pass would do, the compiler turns into a load for every sample.
  ///
  /// - Parameter scratch: room for 640 floats.
  @inline(__always)
  static func readStereo(
    _ samples: UnsafePointer<Float>, from start: Int64, increment: Int64, count: Int,
    left: UnsafeMutablePointer<Float>, right: UnsafeMutablePointer<Float>, scratch: UnsafeMutablePointer<Float>
  ) {
    let near = scratch
    let far = scratch + 256
    let mixed = scratch + 512
    collectNeighbours(samples, start, increment, count, near: near, far: far)
    let step = UInt32(truncatingIfNeeded: increment)
    var low = SIMD8<UInt32>(0, 0, 1, 1, 2, 2, 3, 3) &* step &+ UInt32(truncatingIfNeeded: start)
    var frame = 0
    let end = (count + 7) & ~7
    while frame < end {
      let (w0, w1, w2, w3) = weights(fractions(low))
      let farSum = multiplyAdd(pairs(far + 4 &* frame, 0), w2, pairs(far + 4 &* frame, 2) * w3)
      let nearSum = multiplyAdd(pairs(near + 4 &* frame, 0), w0, pairs(near + 4 &* frame, 2) * w1)
      (nearSum + farSum).store(to: mixed + 2 &* frame)
      low = low &+ step &* 4
      frame &+= 4
    }
    frame = 0
    while frame < count {
      let one = Lanes(loading: mixed + 2 &* frame)
      let other = Lanes(loading: mixed + 2 &* frame + 8)
      one.evenHalf.followed(by: other.evenHalf).store(to: left + frame)
      one.oddHalf.followed(by: other.oddHalf).store(to: right + frame)
      frame &+= 8
    }
  }

  /// Copies the four neighbours of each frame together: the first two to `near`, the last two to `far`. Of four frames
  /// 0, 1, 2, 3 they lie in the order 0, 2, 1, 3, so that `pairs` need not cross a vector's halves.
  @inline(__always)
  private static func collectNeighbours(
    _ samples: UnsafePointer<Float>, _ start: Int64, _ increment: Int64, _ count: Int,
    near: UnsafeMutablePointer<Float>, far: UnsafeMutablePointer<Float>
  ) {
    let rows = UnsafeRawPointer(samples) - 8
    let nearBytes = UnsafeMutableRawPointer(near)
    let farBytes = UnsafeMutableRawPointer(far)
    @inline(__always) func copy(_ position: Int64, to place: Int) {
      let row = rows + Int(position >> 32) &* 8
      nearBytes.storeBytes(of: row.loadUnaligned(as: SIMD4<Float>.self), toByteOffset: place, as: SIMD4<Float>.self)
      farBytes.storeBytes(
        of: row.loadUnaligned(fromByteOffset: 16, as: SIMD4<Float>.self), toByteOffset: place, as: SIMD4<Float>.self)
    }
    var position = start
    var place = 0
    let end = ((count + 7) & ~7) &* 16
    while place < end {
      copy(position, to: place)
      copy(position &+ increment, to: place &+ 32)
      copy(position &+ 2 &* increment, to: place &+ 16)
      copy(position &+ 3 &* increment, to: place &+ 48)
      position = position &+ 4 &* increment
      place &+= 64
    }
  }

  /// One of two neighbours of four frames, left and right in turn.
  @inline(__always)
  private static func pairs(_ collected: UnsafeMutablePointer<Float>, _ first: Int) -> Lanes {
    let a = Lanes(loading: collected)
    let b = Lanes(loading: collected + 8)
    return first == 0
      ? Lanes(a[0], a[1], b[0], b[1], a[4], a[5], b[4], b[5]) : Lanes(a[2], a[3], b[2], b[3], a[6], a[7], b[6], b[7])
  }

  // MARK: - Mono

  /// Mono, every neighbour in memory. Writes `count` frames, rounded up to eight.
  @inline(__always)
  static func readMono(
    _ samples: UnsafePointer<Float>, from start: Int64, increment: Int64, count: Int,
    output: UnsafeMutablePointer<Float>
  ) {
    let step = UInt32(truncatingIfNeeded: increment)
    var low = SIMD8<UInt32>(0, 1, 2, 3, 4, 5, 6, 7) &* step &+ UInt32(truncatingIfNeeded: start)
    let lowStep = step &* 8
    var position = start
    var frame = 0
    while frame < count {
      let at = Octet(position, increment)
      let (w0, w1, w2, w3) = weights(fractions(low))
      let far = multiplyAdd(at.samples(samples + 1), w2, at.samples(samples + 2) * w3)
      let near = multiplyAdd(at.samples(samples - 1), w0, at.samples(samples) * w1)
      (near + far).store(to: output + frame)
      low = low &+ lowStep
      position = position &+ 8 &* increment
      frame &+= 8
    }
  }

  /// The whole parts of eight positions that follow one another.
  private struct Octet {
    let i0, i1, i2, i3, i4, i5, i6, i7: Int

    @inline(__always)
    init(_ position: Int64, _ increment: Int64) {
      i0 = Int(position >> 32)
      i1 = Int((position &+ increment) >> 32)
      i2 = Int((position &+ 2 &* increment) >> 32)
      i3 = Int((position &+ 3 &* increment) >> 32)
      i4 = Int((position &+ 4 &* increment) >> 32)
      i5 = Int((position &+ 5 &* increment) >> 32)
      i6 = Int((position &+ 6 &* increment) >> 32)
      i7 = Int((position &+ 7 &* increment) >> 32)
    }

    @inline(__always)
    func samples(_ from: UnsafePointer<Float>) -> Lanes {
      Lanes(from[i0], from[i1], from[i2], from[i3], from[i4], from[i5], from[i6], from[i7])
    }
  }

  // MARK: - At the edges

  /// One frame anywhere: neighbours outside the buffer are the sample at its edge, or, wrapped, those at its other end.
  @inline(__always)
  static func readEdge(
    _ samples: UnsafePointer<Float>, frames: Int, channels: Int, at position: Int64, wrapsLow: Bool, wrapsHigh: Bool
  ) -> (left: Float, right: Float) {
    let whole = Int(position >> 32)
    let (w0, w1, w2, w3) = weights(fractions(SIMD8(repeating: UInt32(truncatingIfNeeded: position))))
    let tap0 = samples + neighbour(whole &- 1, frames, wrapsLow, wrapsHigh) &* channels
    let tap1 = samples + neighbour(whole, frames, wrapsLow, wrapsHigh) &* channels
    let tap2 = samples + neighbour(whole &+ 1, frames, wrapsLow, wrapsHigh) &* channels
    let tap3 = samples + neighbour(whole &+ 2, frames, wrapsLow, wrapsHigh) &* channels
    let other = channels > 1 ? 1 : 0
    let far = multiplyAdd(both(tap2, other), w2, both(tap3, other) * w3)
    let near = multiplyAdd(both(tap0, other), w0, both(tap1, other) * w1)
    let sum = near + far
    return (sum[0], sum[1])
  }

  @inline(__always)
  private static func both(_ frame: UnsafePointer<Float>, _ other: Int) -> Lanes {
    Lanes(frame[0], frame[other], 0, 0, 0, 0, 0, 0)
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
