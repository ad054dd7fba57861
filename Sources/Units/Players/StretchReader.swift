import RealTime

/// Where a player takes its sound from: the buffer at its cursor, or the lane of a `StretchPort` that holds the same place
/// at another pitch. It goes over from one to the other without a click, and never waits: while nothing is ready in a
/// lane the buffer itself sounds, at the same place and tempo.
struct StretchReader: BitwiseCopyable {
  /// How long it takes from one source to another, in frames.
  static let fadeFrames: Int64 = 512

  private var played: Int64 = 0
  private var jumps: Int64 = 0
  /// The generation that sounds; 0: the buffer.
  private var generation: Int64 = 0
  /// The one before, while it fades out; −1: none.
  private var fading: Int64 = -1
  private var faded: Int64 = 0
  private var isDry = false
  private var low: Int64 = 0
  private var high: Int64 = 0
  private var loops = false

  /// Whether a lane sounds, in which no jump of the cursor is heard.
  var isStretched: Bool { generation > 0 }

  /// The cursor has gone elsewhere: what the lanes hold is of the past.
  @inline(__always)
  mutating func jump() {
    jumps &+= 1
    generation = 0
    fading = -1
  }

  enum Outcome {
    /// Nothing is in memory yet.
    case nothing
    case read
    /// Read, with a step before it that is to be declicked.
    case joined
  }

  /// Reads `count` frames, at most a block, and moves the cursor on. Up to seven more frames behind them are written.
  @inline(never)
  mutating func read(
    _ port: StretchPort, _ reader: StemReader, _ cursor: inout StemCursor, _ buffer: SampleBuffer, _ count: Int,
    _ left: UnsafeMutablePointer<Float>, _ right: UnsafeMutablePointer<Float>, _ scratch: UnsafeMutablePointer<Float>,
    _ context: UnsafePointer<RenderContext>
  ) -> Outcome {
    noteRegion(cursor)
    let joined = choose(port, Int64(count), context)
    if generation == 0 {
      guard reader.read(buffer, cursor, count, left, right, scratch, context) else { return .nothing }
      cursor.move(count)
      if fading > 0 {
        mix(port, fading, count, into: left, right, isIncoming: false)
      }
    } else {
      let isFromBuffer = fading == 0 && reader.read(buffer, cursor, count, left, right, scratch, context)
      cursor.move(count)
      if isFromBuffer {
        mix(port, generation, count, into: left, right, isIncoming: true)
      } else {
        if fading == 0 { fading = -1 }
        copy(port, generation, count, left, right)
        if fading > 0 { mix(port, fading, count, into: left, right, isIncoming: false) }
      }
    }
    played &+= Int64(count)
    if fading >= 0 {
      faded &+= Int64(count)
      if faded >= Self.fadeFrames { fading = -1 }
    }
    return joined ? .joined : .read
  }

  /// Tells where the player is. To be called after each block.
  @inline(__always)
  func publish(_ port: StretchPort, _ cursor: StemCursor, _ context: UnsafePointer<RenderContext>) {
    _ = port.states.push(
      StretchState(
        frame: context.pointee.position &+ Int64(RenderContext.blockFrames), played: played, position: cursor.position,
        increment: cursor.increment, low: cursor.low, high: cursor.high, loops: cursor.loops, jumps: jumps))
    guard fading < 0 else { return }
    let latest = port.latest
    if generation == latest || !port.isWanted || !isFor(port, latest) { port.settled = latest }
  }

  /// Another region: what the lanes hold behind its end is of the past. The buffer takes over until they have caught up.
  @inline(__always)
  private mutating func noteRegion(_ cursor: StemCursor) {
    guard cursor.low != low || cursor.high != high || cursor.loops != loops else { return }
    if played > 0 { jumps &+= 1 }
    low = cursor.low
    high = cursor.high
    loops = cursor.loops
  }

  // MARK: - Choice

  @inline(__always)
  private func isFor(_ port: StretchPort, _ generation: Int64) -> Bool {
    port.jumps(generation) == jumps && port.isOpen(generation)
  }

  @inline(__always)
  private func holds(_ port: StretchPort, _ generation: Int64, _ count: Int64) -> Bool {
    port.first(generation) <= played && port.written(generation) >= played &+ count
  }

  /// Decides what sounds next. True when it follows with a step.
  @inline(__always)
  private mutating func choose(_ port: StretchPort, _ count: Int64, _ context: UnsafePointer<RenderContext>) -> Bool {
    var joined = false
    if generation > 0 && !holds(port, generation, count) {
      // It has run dry: there is nothing to fade from.
      if !isDry && port.isWanted && isFor(port, generation) { context.pointee.starve() }
      isDry = true
      generation = 0
      fading = -1
      joined = true
    }
    if fading > 0 && !holds(port, fading, count) {
      fading = -1
      joined = true
    }
    guard fading < 0 else { return joined }
    let wanted = best(port, count)
    guard wanted != generation else { return joined }
    if wanted > 0 { isDry = false }
    // The very first frame has nothing before it.
    if played > 0 && !joined {
      fading = generation
      faded = 0
    }
    generation = wanted
    return joined
  }

  @inline(__always)
  private func best(_ port: StretchPort, _ count: Int64) -> Int64 {
    guard port.isWanted else { return 0 }
    let latest = port.latest
    guard latest > 0 else { return 0 }
    if latest == generation { return isFor(port, latest) ? latest : 0 }
    if isFor(port, latest) && holds(port, latest, count &+ Self.fadeFrames) { return latest }
    return generation > 0 && isFor(port, generation) ? generation : 0
  }

  // MARK: - Samples

  @inline(__always)
  private func copy(
    _ port: StretchPort, _ generation: Int64, _ count: Int, _ left: UnsafeMutablePointer<Float>,
    _ right: UnsafeMutablePointer<Float>
  ) {
    let mask = port.capacity &- 1
    let fromLeft = port.left(generation)
    let fromRight = port.right(generation)
    var frame = 0
    while frame < count {
      let slot = Int(truncatingIfNeeded: played &+ Int64(frame)) & mask
      left[frame] = fromLeft[slot]
      right[frame] = fromRight[slot]
      frame &+= 1
    }
  }

  /// Mixes a lane with what is there, by a raised cosine of how far the fade has come.
  @inline(__always)
  private func mix(
    _ port: StretchPort, _ generation: Int64, _ count: Int, into left: UnsafeMutablePointer<Float>,
    _ right: UnsafeMutablePointer<Float>, isIncoming: Bool
  ) {
    let mask = port.capacity &- 1
    let fromLeft = port.left(generation)
    let fromRight = port.right(generation)
    let total = Float(Self.fadeFrames)
    var frame = 0
    while frame < count {
      let slot = Int(truncatingIfNeeded: played &+ Int64(frame)) & mask
      let passed = faded &+ Int64(frame)
      let fraction = passed >= Self.fadeFrames ? 1 : Float(passed) / total
      let rising = fraction * fraction * (3 - 2 * fraction)
      let share = isIncoming ? rising : 1 - rising
      left[frame] += (fromLeft[slot] - left[frame]) * share
      right[frame] += (fromRight[slot] - right[frame]) * share
      frame &+= 1
    }
  }
}
