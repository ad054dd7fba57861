import RealTime

/// One channel of a FreeVerb: eight damped combs side by side, then four all-pass filters in a row.
///
/// - Source: Jezar at Dreampoint, "Freeverb" (2000), in the public domain; lengths and order are those of SuperCollider's
///   FreeVerb.
struct FreeVerbTank: BitwiseCopyable {
  /// Frames that a pass may have at most; every ring is longer.
  static let passFrames = 64

  private let rings: UnsafeMutablePointer<ReverbRing>
  /// What each comb read last, and that behind its damping.
  private var passed = Lanes.zero
  private var damped = Lanes.zero

  /// Nil when there is no memory.
  ///
  /// - Parameter spread: frames by which each ring is longer than the left channel's.
  init?(_ context: UnsafePointer<RenderContext>, spread: Int) {
    let lengths = SIMD16<Int32>(1617, 1557, 1491, 1422, 1277, 1116, 1188, 1356, 556, 441, 341, 225, 0, 0, 0, 0)
    guard
      let memory = context.pointee.allocate(bytes: 12 * MemoryLayout<ReverbRing>.stride),
      var samples = context.pointee.allocate(floats: 12 * (spread + 8) + 12_587)
    else { return nil }
    rings = memory.assumingMemoryBound(to: ReverbRing.self)
    for ring in 0..<12 {
      let length = Int(lengths[ring]) + spread
      (rings + ring).initialize(to: ReverbRing(samples, length: length))
      samples += (length + 7) & ~7
    }
  }

  /// - Parameters:
  ///   - input: what goes into the combs; becomes what comes out.
  ///   - scratch: room for ten blocks.
  @inline(__always)
  mutating func process(
    _ input: UnsafeMutablePointer<Float>, _ frames: Int, feedback: Float, damping: Float,
    scratch: UnsafeMutablePointer<Float>
  ) {
    if frames & 7 == 0 && frames <= Self.passFrames {
      comb(input, frames, feedback, damping, scratch)
      for ring in 8..<12 { diffuse(ring, input, frames, scratch) }
      return
    }
    var frame = 0
    while frame < frames {
      input[frame] = step(input[frame], feedback, damping)
      frame &+= 1
    }
  }

  // MARK: - Blocks

  private mutating func comb(
    _ input: UnsafeMutablePointer<Float>, _ frames: Int, _ feedback: Float, _ damping: Float,
    _ scratch: UnsafeMutablePointer<Float>
  ) {
    let block = Self.passFrames
    let row0 = rings[0].row(frames, scratch)
    let row1 = rings[1].row(frames, scratch + block)
    let row2 = rings[2].row(frames, scratch + 2 &* block)
    let row3 = rings[3].row(frames, scratch + 3 &* block)
    let row4 = rings[4].row(frames, scratch + 4 &* block)
    let row5 = rings[5].row(frames, scratch + 5 &* block)
    let row6 = rings[6].row(frames, scratch + 6 &* block)
    let row7 = rings[7].row(frames, scratch + 7 &* block)
    var (last, smooth) = (passed, damped)
    var frame = 0
    while frame < frames {
      var square = LanesSquare(
        Lanes(loading: row0 + frame), Lanes(loading: row1 + frame), Lanes(loading: row2 + frame),
        Lanes(loading: row3 + frame), Lanes(loading: row4 + frame), Lanes(loading: row5 + frame),
        Lanes(loading: row6 + frame), Lanes(loading: row7 + frame))
      let signal = Lanes(loading: input + frame)
      square.sum.store(to: input + frame)
      square.transpose()
      square.damp(&last, &smooth, damping)
      square.transpose()
      multiplyAdd(square.row0, Lanes(repeating: feedback), signal).store(to: row0 + frame)
      multiplyAdd(square.row1, Lanes(repeating: feedback), signal).store(to: row1 + frame)
      multiplyAdd(square.row2, Lanes(repeating: feedback), signal).store(to: row2 + frame)
      multiplyAdd(square.row3, Lanes(repeating: feedback), signal).store(to: row3 + frame)
      multiplyAdd(square.row4, Lanes(repeating: feedback), signal).store(to: row4 + frame)
      multiplyAdd(square.row5, Lanes(repeating: feedback), signal).store(to: row5 + frame)
      multiplyAdd(square.row6, Lanes(repeating: feedback), signal).store(to: row6 + frame)
      multiplyAdd(square.row7, Lanes(repeating: feedback), signal).store(to: row7 + frame)
      frame &+= 8
    }
    (passed, damped) = (last, smooth)
    rings[0].advance(frames, row0)
    rings[1].advance(frames, row1)
    rings[2].advance(frames, row2)
    rings[3].advance(frames, row3)
    rings[4].advance(frames, row4)
    rings[5].advance(frames, row5)
    rings[6].advance(frames, row6)
    rings[7].advance(frames, row7)
  }

  @inline(__always)
  private func diffuse(
    _ ring: Int, _ signal: UnsafeMutablePointer<Float>, _ frames: Int, _ scratch: UnsafeMutablePointer<Float>
  ) {
    // What was read, from the frame before the block on.
    let read = scratch + 8
    read[-1] = rings[ring].last
    rings[ring].read(frames, into: read)
    let row = rings[ring].row(frames, scratch + 2 &* Self.passFrames)
    var frame = 0
    while frame < frames {
      let input = Lanes(loading: signal + frame)
      (Lanes(loading: read + frame) - input).store(to: signal + frame)
      multiplyAdd(Lanes(loading: read + frame - 1), Lanes(repeating: 0.5), input).store(to: row + frame)
      frame &+= 8
    }
    rings[ring].last = read[frames - 1]
    rings[ring].advance(frames, row)
  }

  // MARK: - Frames

  private mutating func step(_ input: Float, _ feedback: Float, _ damping: Float) -> Float {
    let read = Lanes(
      rings[0].oldest, rings[1].oldest, rings[2].oldest, rings[3].oldest, rings[4].oldest, rings[5].oldest,
      rings[6].oldest, rings[7].oldest)
    damped = passed * (1 - damping) + damped * damping
    passed = read
    let written = damped * feedback + input
    rings[0].write(written[0])
    rings[1].write(written[1])
    rings[2].write(written[2])
    rings[3].write(written[3])
    rings[4].write(written[4])
    rings[5].write(written[5])
    rings[6].write(written[6])
    rings[7].write(written[7])
    var signal = read.sum
    for ring in 8..<12 {
      let read = rings[ring].oldest
      rings[ring].write(0.5 * rings[ring].last + signal)
      rings[ring].last = read
      signal = read - signal
    }
    return signal
  }
}
