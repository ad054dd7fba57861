import CRealTime
import RealTime

/// Where a stem player reads: a 32.32 fixed-point position that moves through the buffer or through a section of it.
struct StemCursor: BitwiseCopyable {
  enum Step {
    case continues, jumped, ended
  }

  /// Speeds beyond this many buffer frames an output frame are taken as this.
  private static let fastest = 1_048_576.0

  var position: Int64 = 0
  var increment: Int64 = 0
  /// The region: the first position in it, and the first behind it.
  var low: Int64 = 0
  var high: Int64 = 0
  /// Output frames that are still to come; negative: as many as there are.
  var remaining: Int64 = -1
  var loops = false
  var wholeBuffer = true
  /// Whether it has gone around at least once: before that, nothing lies before the first frame.
  var wentAround = false

  init() {}

  /// - Parameters:
  ///   - start: in buffer frames.
  ///   - length: in output frames; 0: no section.
  @inline(__always)
  init(buffer: SampleBuffer, rate: Float, deviceRate: Double, start: Double, length: Double, loops: Bool) {
    self.loops = loops
    high = Int64(buffer.frames) << 32
    let first = start > 0 ? min(start, Double(buffer.frames)) : 0
    position = Int64(first * 4_294_967_296)
    setRate(rate, buffer: buffer, deviceRate: deviceRate)
    if increment < 0 && position >= high { position = max(0, high &- 4_294_967_296) }
    guard length > 0 else { return }
    wholeBuffer = false
    let outputFrames = min(length, 1e15)
    if loops {
      let span = min(outputFrames * Double(increment.magnitude), Double(high))
      if increment >= 0 {
        low = position
        high = min(high, position &+ Int64(span))
      } else {
        high = min(high, position &+ 4_294_967_296)
        low = max(0, high &- Int64(span))
      }
    } else {
      remaining = Int64(outputFrames + 0.5)
    }
  }

  @inline(__always)
  mutating func setRate(_ rate: Float, buffer: SampleBuffer, deviceRate: Double) {
    let speed = Double(rate) * buffer.sampleRate / deviceRate
    let limited = speed > Self.fastest ? Self.fastest : (speed < -Self.fastest ? -Self.fastest : speed)
    let scaled = limited * 4_294_967_296
    increment = scaled.isFinite ? Int64(scaled + (scaled < 0 ? -0.5 : 0.5)) : 0
  }

  /// Brings the position back into the region, or tells that the end is reached.
  @inline(__always)
  mutating func advance() -> Step {
    if remaining == 0 { return .ended }
    if position >= low && position < high { return .continues }
    if !loops || high <= low {
      return .ended
    }
    let span = high &- low
    let past = (position &- low) % span
    position = low &+ (past < 0 ? past &+ span : past)
    wentAround = true
    return wholeBuffer ? .continues : .jumped
  }

  /// Of `count` frames, those that can be read before the cursor leaves its region.
  @inline(__always)
  func uninterrupted(_ count: Int) -> Int {
    var possible = Int64(count)
    if remaining >= 0 && remaining < possible { possible = remaining }
    let last = position &+ increment &* (possible &- 1)
    if last < low || last >= high {
      let inside =
        increment > 0
        ? (high &- position &+ increment &- 1) / increment : (position &- low) / (0 &- increment) &+ 1
      if inside < possible { possible = inside }
    }
    return Int(possible)
  }

  /// Whether the next `count` frames, a multiple of eight, and their neighbours lie within the region.
  @inline(__always)
  func isInside(_ buffer: SampleBuffer, _ count: Int) -> Bool {
    guard remaining < 0 || remaining > Int64(count) else { return false }
    let last = position &+ increment &* Int64(count &- 1)
    return min(position, last) >= low && max(position, last) < high
  }

  /// Brings the next block near, as long as it lies within the buffer: with many stems it would come from far away.
  @inline(__always)
  func prefetch(_ buffer: SampleBuffer) {
    guard let samples = buffer.samples else { return }
    let frames = RenderContext.blockFrames
    let end = position &+ increment &* Int64(frames)
    let first = Int(min(position, end) >> 32)
    let last = Int(max(position, end) >> 32)
    let mostFrames = 4 &* frames
    guard first >= 0, last < buffer.frames, last &- first <= mostFrames else { return }
    var at = UnsafeRawPointer(samples + first &* buffer.channels)
    let behind = UnsafeRawPointer(samples + last &* buffer.channels)
    while at <= behind {
      syrinx_prefetch(at)
      at += 64
    }
  }

  /// Reads `count` frames and moves on. False, and nothing is moved, when they are not in memory yet. Up to seven more
  /// frames behind them are written that do not count.
  @inline(__always)
  mutating func read(
    _ buffer: SampleBuffer, _ count: Int, _ left: UnsafeMutablePointer<Float>, _ right: UnsafeMutablePointer<Float>,
    _ scratch: UnsafeMutablePointer<Float>
  ) -> Bool {
    guard let samples = buffer.samples, buffer.frames > 0 else { return false }
    let rounded = Int64((count + 7) & ~7)
    let padded = position &+ increment &* (rounded &- 1)
    let lowest = Int(min(position, padded) >> 32) &- 1
    let highest = Int(max(position, padded) >> 32) &+ 2
    let ready = buffer.readyFrames
    if lowest >= 0 && highest < ready {
      readInside(samples, buffer.channels, count, left, right, scratch)
    } else {
      let last = position &+ increment &* Int64(count &- 1)
      let behind = Int(min(position, last) >> 32) < 1
      let wrapsHigh = loops && wholeBuffer
      let wrapsLow = wrapsHigh && wentAround
      let needed = behind && wrapsLow ? buffer.frames : min(Int(max(position, last) >> 32) &+ 3, buffer.frames)
      guard ready >= needed else { return false }
      readAtEdge(samples, buffer, count, left, right, wrapsLow: wrapsLow, wrapsHigh: wrapsHigh)
    }
    position = position &+ increment &* Int64(count)
    if remaining > 0 { remaining &-= Int64(count) }
    return true
  }

  @inline(__always)
  private func readInside(
    _ samples: UnsafeMutablePointer<Float>, _ channels: Int, _ count: Int, _ left: UnsafeMutablePointer<Float>,
    _ right: UnsafeMutablePointer<Float>, _ scratch: UnsafeMutablePointer<Float>
  ) {
    let first = Int(position >> 32)
    let exact = increment == 4_294_967_296 && position & 0xFFFF_FFFF == 0
    var frame = 0
    if channels == 1 {
      if exact {
        while frame < count {
          Lanes(loading: samples + first + frame).store(to: left + frame)
          frame &+= 8
        }
      } else {
        CubicReader.readMono(samples, from: position, increment: increment, count: count, output: left)
      }
      frame = 0
      while frame < count {
        Lanes(loading: left + frame).store(to: right + frame)
        frame &+= 8
      }
    } else if exact {
      let pairs = samples + 2 &* first
      while frame < count {
        let low = Lanes(loading: pairs + 2 &* frame)
        let high = Lanes(loading: pairs + 2 &* frame + 8)
        low.evenHalf.followed(by: high.evenHalf).store(to: left + frame)
        low.oddHalf.followed(by: high.oddHalf).store(to: right + frame)
        frame &+= 8
      }
    } else {
      CubicReader.readStereo(
        samples, from: position, increment: increment, count: count, left: left, right: right,
        scratch: scratch)
    }
  }

  @inline(__always)
  private func readAtEdge(
    _ samples: UnsafeMutablePointer<Float>, _ buffer: SampleBuffer, _ count: Int, _ left: UnsafeMutablePointer<Float>,
    _ right: UnsafeMutablePointer<Float>, wrapsLow: Bool, wrapsHigh: Bool
  ) {
    var at = position
    var frame = 0
    while frame < count {
      let (l, r) = CubicReader.readEdge(
        samples, frames: buffer.frames, channels: buffer.channels, at: at, wrapsLow: wrapsLow, wrapsHigh: wrapsHigh)
      left[frame] = l
      right[frame] = r
      at = at &+ increment
      frame &+= 1
    }
  }
}
