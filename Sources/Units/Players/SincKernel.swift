import RealTime

/// Windowed sincs over a window of frames, by table.
///
/// Every frame is reckoned in the same order, so that where blocks begin changes no bit.
enum SincKernel {
  /// Floats of scratch for so many frames at a time.
  static var floats: Int { 8 * RenderContext.blockFrames }

  /// Writes `count` frames (at most a block), rounded up to four, to both outputs.
  ///
  /// - Parameters:
  ///   - kept: the weights of who read before.
  ///   - start: 32.32 fixed point from the window's first frame; `taps / 2 − 1` frames before it are there, and `taps / 2`
  ///     behind it.
  ///   - scratch: `floats` of them.
  @inline(__always)
  static func read(
    _ window: FrameWindow, _ table: SincTable, _ kept: UnsafeMutablePointer<KernelWeights>, from start: Int64,
    increment: Int64, count: Int, left: UnsafeMutablePointer<Float>, right: UnsafeMutablePointer<Float>,
    scratch: UnsafeMutablePointer<Float>
  ) {
    let before = table.taps / 2 &- 1
    var position = start
    var frame = 0
    let weights = kept.pointee.weights
    let step = kept.pointee.step(
      table, from: UInt32(truncatingIfNeeded: start), increment: increment, count: count)
    if step == .use {
      while frame < count {
        let first = Int(position >> 32) &- before
        sum(window.left + first, window.right + first, weights + frame &* table.taps, table.taps).folded
          .store(to: scratch + 8 &* frame)
        position = position &+ increment
        frame &+= 1
      }
      finish(scratch, count, left, right, scale: 1)
      return
    }
    while frame < count {
      let first = Int(position >> 32) &- before
      let phase = UInt32(truncatingIfNeeded: position)
      sum(window.left + first, window.right + first, table, at: phase, Lanes.zero, Lanes.zero).folded
        .store(to: scratch + 8 &* frame)
      position = position &+ increment
      frame &+= 1
    }
    finish(scratch, count, left, right, scale: 1)
    if step == .fill { write(table, from: start, increment: increment, count: count, to: weights) }
  }

  /// Writes down the weights of each frame.
  @inline(never)
  private static func write(
    _ table: SincTable, from start: Int64, increment: Int64, count: Int, to weights: UnsafeMutablePointer<Float>
  ) {
    var position = start
    var place = weights
    var frame = 0
    while frame < count {
      let phase = Phase(table, at: UInt32(truncatingIfNeeded: position))
      var tap = 0
      while tap < table.taps {
        phase.weights(tap).store(to: place + tap)
        tap &+= 8
      }
      position = position &+ increment
      place += table.taps
      frame &+= 1
    }
  }

  /// The same for rates above those of the table, by 2 to the power of `shift`: each of so many `streams` holds every so
  /// manieth frame of the window, and is read as a file of its own.
  ///
  /// - Parameter start: as in `read`, with so many times the taps.
  @inline(never)
  static func readStreams(
    _ streams: FrameWindow, shift: Int, _ table: SincTable, from start: Int64, increment: Int64, count: Int,
    left: UnsafeMutablePointer<Float>, right: UnsafeMutablePointer<Float>, scratch: UnsafeMutablePointer<Float>
  ) {
    let streamCount = 1 &<< shift
    let streamFrames = FrameWindow.capacity &>> shift
    let before = table.taps / 2 &* streamCount &- 1
    var position = start
    var frame = 0
    while frame < count {
      let first = Int(position >> 32) &- before
      let fraction = Int64(UInt32(truncatingIfNeeded: position))
      var (l, r) = (Lanes.zero, Lanes.zero)
      var offset = 0
      while offset < streamCount {
        let at = first &+ offset
        let place = (at & (streamCount &- 1)) &* streamFrames &+ at &>> shift
        let phase = (Int64(streamCount &- 1 &- offset) &<< 32 &+ fraction) &>> Int64(shift)
        let sums = sum(
          streams.left + place, streams.right + place, table, at: UInt32(truncatingIfNeeded: phase), l, r)
        (l, r) = (sums.left, sums.right)
        offset &+= 1
      }
      Sums(left: l, right: r).folded.store(to: scratch + 8 &* frame)
      position = position &+ increment
      frame &+= 1
    }
    finish(scratch, count, left, right, scale: 1 / Float(streamCount))
  }

  /// Puts every so manieth frame of a window into a stream of its own.
  @inline(never)
  static func split(_ window: FrameWindow, _ count: Int, shift: Int, into streams: FrameWindow) {
    let mask = 1 &<< shift &- 1
    let streamFrames = FrameWindow.capacity &>> shift
    var frame = 0
    while frame < count {
      let place = (frame & mask) &* streamFrames &+ frame &>> shift
      streams.left[place] = window.left[frame]
      streams.right[place] = window.right[frame]
      frame &+= 1
    }
  }

  // MARK: - One frame

  private struct Sums {
    let left, right: Lanes

    /// Four sums of the left, four of the right.
    @inline(__always)
    var folded: Lanes { (left.lowHalf + left.highHalf).followed(by: right.lowHalf + right.highHalf) }
  }

  /// A row of the table, and how far it is from there to the next.
  private struct Phase {
    let row, next: UnsafePointer<Float>
    let between: Lanes

    /// - Parameter fraction: of a frame, all 32 bits of it.
    @inline(__always)
    init(_ table: SincTable, at fraction: UInt32) {
      row = table.rows + Int(fraction &>> UInt32(32 &- SincTable.phaseBits)) &* table.taps
      next = row + table.taps
      between = Lanes(fractionsOf: SIMD8(repeating: fraction &<< UInt32(SincTable.phaseBits)))
    }

    /// Of eight taps.
    @inline(__always)
    func weights(_ tap: Int) -> Lanes {
      let one = Lanes(loading: row + tap)
      return multiplyAdd(Lanes(loading: next + tap) - one, between, one)
    }
  }

  /// The products of a row's coefficients and as many frames, added to what there is.
  @inline(__always)
  private static func sum(
    _ left: UnsafeMutablePointer<Float>, _ right: UnsafeMutablePointer<Float>, _ table: SincTable,
    at fraction: UInt32, _ sumLeft: Lanes, _ sumRight: Lanes
  ) -> Sums {
    let phase = Phase(table, at: fraction)
    var (l, r) = (sumLeft, sumRight)
    var tap = 0
    while tap < table.taps {
      let weight = phase.weights(tap)
      l = multiplyAdd(weight, Lanes(loading: left + tap), l)
      r = multiplyAdd(weight, Lanes(loading: right + tap), r)
      tap &+= 8
    }
    return Sums(left: l, right: r)
  }

  /// The same with weights that are there already.
  @inline(__always)
  private static func sum(
    _ left: UnsafeMutablePointer<Float>, _ right: UnsafeMutablePointer<Float>, _ weights: UnsafeMutablePointer<Float>,
    _ taps: Int
  ) -> Sums {
    var (l, r) = (Lanes.zero, Lanes.zero)
    var tap = 0
    while tap < taps {
      let weight = Lanes(loading: weights + tap)
      l = multiplyAdd(weight, Lanes(loading: left + tap), l)
      r = multiplyAdd(weight, Lanes(loading: right + tap), r)
      tap &+= 8
    }
    return Sums(left: l, right: r)
  }

  /// Adds up what `folded` left, four frames at a time.
  @inline(__always)
  private static func finish(
    _ sums: UnsafeMutablePointer<Float>, _ count: Int, _ left: UnsafeMutablePointer<Float>,
    _ right: UnsafeMutablePointer<Float>, scale: Float
  ) {
    var frame = 0
    while frame < count {
      let a = Lanes(loading: sums + 8 &* frame)
      let b = Lanes(loading: sums + 8 &* frame + 8)
      let c = Lanes(loading: sums + 8 &* frame + 16)
      let d = Lanes(loading: sums + 8 &* frame + 24)
      let ab = a.alternatingLow(b) + a.alternatingHigh(b)
      let cd = c.alternatingLow(d) + c.alternatingHigh(d)
      ((ab.lowPairs(cd) + ab.highPairs(cd)) * scale).store(left: left + frame, right: right + frame)
      frame &+= 4
    }
  }
}
