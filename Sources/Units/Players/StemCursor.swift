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
  /// Output frames that are still to come; negative: as many as there are.
  var remaining: Int64 = -1
  private(set) var loops = false
  /// Whether it has gone around at least once: before that, nothing lies before the first frame.
  var wentAround = false

  /// What it moves in just now: the first position, and the first behind it.
  private(set) var low: Int64 = 0
  private(set) var high: Int64 = 0
  /// The section, or the whole buffer.
  private var sectionLow: Int64 = 0
  private var sectionHigh: Int64 = 0
  /// The loop region in buffer frames as it was asked for; nothing between them: none.
  private var loopStart = 0.0
  private var loopEnd = 0.0
  private var bufferHigh: Int64 = 0

  init() {}

  /// - Parameters:
  ///   - start: in buffer frames.
  ///   - length: in output frames; 0: no section.
  @inline(__always)
  init(buffer: SampleBuffer, rate: Float, deviceRate: Double, start: Double, length: Double, loops: Bool) {
    self.loops = loops
    bufferHigh = Int64(buffer.frames) << 32
    sectionHigh = bufferHigh
    setRate(rate, buffer: buffer, deviceRate: deviceRate)
    seek(to: start)
    if length > 0 {
      let outputFrames = min(length, 1e15)
      let span = min(outputFrames * Double(increment.magnitude), Double(bufferHigh))
      if increment >= 0 {
        sectionLow = position
        sectionHigh = min(bufferHigh, position &+ Int64(span))
      } else {
        sectionHigh = min(bufferHigh, position &+ Self.frame)
        sectionLow = max(0, sectionHigh &- Int64(span))
      }
      if !loops { remaining = Int64(outputFrames + 0.5) }
    }
    bound()
  }

  /// A frame in fixed point.
  static var frame: Int64 { 4_294_967_296 }

  @inline(__always)
  mutating func setRate(_ rate: Float, buffer: SampleBuffer, deviceRate: Double) {
    let speed = Double(rate) * buffer.sampleRate / deviceRate
    let limited = speed > Self.fastest ? Self.fastest : (speed < -Self.fastest ? -Self.fastest : speed)
    let scaled = limited * 4_294_967_296
    increment = scaled.isFinite ? Int64(scaled + (scaled < 0 ? -0.5 : 0.5)) : 0
  }

  /// Goes to a place of the buffer, in frames; backwards, its end is its last frame.
  @inline(__always)
  mutating func seek(to frames: Double) {
    position = place(frames)
    if increment < 0 && position >= bufferHigh { position = max(0, bufferHigh &- Self.frame) }
  }

  /// Repeats `start` up to `end`, in buffer frames, or with nothing between them the section or the whole buffer; or does
  /// not repeat at all.
  @inline(__always)
  mutating func setLoop(_ loops: Bool, start: Double, end: Double) {
    guard loops != self.loops || start != loopStart || end != loopEnd else { return }
    self.loops = loops
    loopStart = start
    loopEnd = end
    // Whoever has looped plays on from wherever that leads: the time of the section counts no more.
    if loops { remaining = -1 }
    bound()
  }

  private mutating func bound() {
    low = remaining < 0 ? sectionLow : 0
    high = remaining < 0 ? sectionHigh : bufferHigh
    guard loops && loopEnd > loopStart else { return }
    let start = place(loopStart)
    let end = place(loopEnd)
    // A frame at least, so that there is something to repeat.
    guard end > start, start &+ Self.frame <= bufferHigh else { return }
    low = start
    high = max(end, start &+ Self.frame)
  }

  @inline(__always)
  private func place(_ frames: Double) -> Int64 {
    guard frames > 0 else { return 0 }
    let scaled = frames * 4_294_967_296
    return scaled < Double(bufferHigh) ? Int64(scaled) : bufferHigh
  }

  /// Whether the end of the buffer goes over into its beginning.
  var isSeamless: Bool { loops && low == 0 && high == bufferHigh }

  /// Brings the position back into the region, or tells that the end is reached.
  @inline(__always)
  mutating func advance() -> Step {
    if remaining == 0 { return .ended }
    // It may still be on its way into the region.
    let isPast =
      increment < 0 ? position < low || position >= bufferHigh : position >= high || position < 0
    if !isPast { return .continues }
    if !loops || high <= low {
      return .ended
    }
    let span = high &- low
    let past = (position &- low) % span
    position = low &+ (past < 0 ? past &+ span : past)
    wentAround = true
    return isSeamless ? .continues : .jumped
  }

  /// Of `count` frames, those that can be read before the cursor leaves its region.
  @inline(__always)
  func uninterrupted(_ count: Int) -> Int {
    var possible = Int64(count)
    if remaining >= 0 && remaining < possible { possible = remaining }
    let last = position &+ increment &* (possible &- 1)
    if increment > 0 && last >= high {
      possible = min(possible, (high &- position &+ increment &- 1) / increment)
    } else if increment < 0 && last < low {
      possible = min(possible, (position &- low) / (0 &- increment) &+ 1)
    }
    return Int(possible)
  }

  /// Whether the next `count` frames, a multiple of eight, lie before the region's end.
  @inline(__always)
  func isInside(_ count: Int) -> Bool {
    guard remaining < 0 || remaining > Int64(count) else { return false }
    let last = position &+ increment &* Int64(count &- 1)
    return increment < 0 ? last >= low && position < bufferHigh : last < high && position >= 0
  }

  /// Whether the buffer's end lies before its beginning.
  var wrapsLow: Bool { isSeamless && wentAround }

  @inline(__always)
  mutating func move(_ count: Int) {
    position = position &+ increment &* Int64(count)
    if remaining > 0 { remaining &-= Int64(count) }
  }

  /// Tells a buffer that is streamed where it will be read.
  @inline(__always)
  func follow(_ buffer: SampleBuffer, _ context: UnsafePointer<RenderContext>) {
    buffer.follow(
      voice: Int64(context.pointee.node), at: context.pointee.position, position: position, increment: increment,
      low: low, high: high, loops: loops)
  }

  /// Brings the next block near, with the frames around it that the kernel reads, as long as it lies within the buffer:
  /// with many stems it would come from far away.
  @inline(__always)
  func prefetch(_ buffer: SampleBuffer, around margin: Int) {
    guard let base = buffer.base else { return }
    let frames = RenderContext.blockFrames
    let end = position &+ increment &* Int64(frames)
    // What lies on the near side was read just now.
    let first = Int(min(position, end) >> 32) &- (increment < 0 ? margin : 0)
    let last = Int(max(position, end) >> 32) &+ (increment < 0 ? 0 : margin)
    let mostFrames = 4 &* frames &+ margin
    guard first >= 0, last < buffer.frames, last &- first <= mostFrames else { return }
    let bytes = buffer.channels &* buffer.encoding.bytes
    var at = UnsafeRawPointer(base) + first &* bytes
    let behind = UnsafeRawPointer(base) + last &* bytes
    while at <= behind {
      syrinx_prefetch(at)
      at += 64
    }
    syrinx_prefetch(behind)
  }
}
