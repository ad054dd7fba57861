import RealTime

/// How loud a grain is over its life: half a sine, squared (a Hann window), or the values of a buffer.
struct GrainEnvelope: BitwiseCopyable {
  /// The buffer's number; below 0: the window.
  private let number: Float
  /// Of half a turn, or of the buffer, from frame to frame.
  private let step: Double
  private var age: Int32 = 0
  private(set) var remaining: Int32

  /// Nil where there is no such buffer.
  ///
  /// - Parameter length: in frames, with its fraction.
  @inline(__always)
  init?(_ number: Float, length: Double, _ context: UnsafePointer<RenderContext>) {
    // No number is the shortest.
    let frames = length >= 4 ? length : 4
    self.number = number
    remaining = Int32(truncatingIfNeeded: FrameCount.whole(frames, atLeast: 4, atMost: Int(Int32.max)))
    if number < 0 {
      step = 0.5 / frames
    } else {
      guard let table = BufferTable(context, number) else { return nil }
      step = Double(table.count) / frames
    }
  }

  /// The buffer; nil where there is none, or none is needed.
  @inline(__always)
  func table(_ context: UnsafePointer<RenderContext>) -> BufferTable? {
    number < 0 ? nil : BufferTable(context, number)
  }

  /// Whether it can be heard.
  @inline(__always)
  func isPresent(_ table: BufferTable?) -> Bool { number < 0 || table != nil }

  /// Gives frames that come next their loudness, and as many more as make a whole number of eights.
  @inline(__always)
  func shape(_ sound: UnsafeMutablePointer<Float>, _ table: BufferTable?, _ frames: Int) {
    guard let table else {
      shape(sound, frames)
      return
    }
    var frame = 0
    while frame < frames {
      (Lanes(loading: sound + frame) * values(table, Double(Int(age) &+ frame) * step)).store(to: sound + frame)
      frame &+= 8
    }
  }

  /// The window.
  @inline(__always)
  private func shape(_ sound: UnsafeMutablePointer<Float>, _ frames: Int) {
    let first = Lanes(repeating: Float(Double(age &+ 1) * step))
    var turns = multiplyAdd(Lanes.ascending, Lanes(repeating: Float(step)), first)
    let stride = Lanes(repeating: Float(8 * step))
    var frame = 0
    while frame < frames {
      // Half a turn's way there and back.
      let half = sine(quarterTurns: 0.25 - (turns - 0.25).magnitude)
      (Lanes(loading: sound + frame) * (half * half)).store(to: sound + frame)
      turns += stride
      frame &+= 8
    }
  }

  @inline(__always)
  mutating func advance(_ frames: Int) {
    age = age &+ Int32(truncatingIfNeeded: frames)
    remaining = remaining &- Int32(truncatingIfNeeded: frames)
  }

  @inline(__always)
  private func values(_ table: BufferTable, _ start: Double) -> Lanes {
    // 32.32 fixed point.
    let last = Double(table.count)
    guard start + 7 * step < last else { return atEnd(table, start) }
    var place = Int64(start * 4_294_967_296)
    let stride = Int64(step * 4_294_967_296)
    var (from, to, parts) = (Lanes.zero, Lanes.zero, SIMD8<UInt32>.zero)
    for lane in 0..<8 {
      let index = Int(truncatingIfNeeded: place &>> 32)
      from[lane] = table.samples[index]
      to[lane] = table.samples[index &+ 1 < table.count ? index &+ 1 : 0]
      parts[lane] = UInt32(truncatingIfNeeded: place)
      place = place &+ stride
    }
    return multiplyAdd(Lanes(fractionsOf: parts), to - from, from)
  }

  /// Some lie behind the buffer: those are not needed, or the buffer has become shorter.
  @inline(__always)
  private func atEnd(_ table: BufferTable, _ start: Double) -> Lanes {
    var values = Lanes.zero
    for lane in 0..<8 {
      let place = start + Double(lane) * step
      let index = FrameCount.whole(place, atLeast: 0, atMost: table.count &- 1)
      let from = table.samples[index]
      let to = table.samples[index &+ 1 < table.count ? index &+ 1 : 0]
      values[lane] = from + Float(place - Double(index)) * (to - from)
    }
    return values
  }
}
