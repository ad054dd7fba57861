import RealTime

/// A buffer as frames of its channels, to be read and written at any place.
struct FrameTable: BitwiseCopyable {
  let samples: UnsafeMutablePointer<Float>
  let frames: Int
  let channels: Int
  let sampleRate: Double

  /// Steps beyond so many frames are not reckoned in fixed point.
  static var fastest: Double { 1_048_576 }

  /// The first buffer for a number that is none, as in scsynth; nil when nothing is in it.
  @inline(__always)
  init?(meant number: Float, _ context: UnsafePointer<RenderContext>) {
    guard let buffer = context.pointee.meantBuffer(number), let samples = buffer.pointee.samples,
      !buffer.pointee.isStreamed
    else { return nil }
    self.samples = samples
    frames = buffer.pointee.readyFrames
    channels = buffer.pointee.channels
    sampleRate = buffer.pointee.sampleRate
    guard frames > 0, frames < 1 << 31, channels > 0 else { return nil }
  }

  /// Where a loop turns, or what is not looped ends.
  @inline(__always)
  func end(loops: Bool) -> Double { Double(loops ? frames : frames &- 1) }

  /// A position within the table: what lies beyond either end has gone around or, without a loop, stays there and is done.
  @inline(__always)
  func place(_ position: Double, before end: Double, loops: Bool, isDone: inout Bool) -> Double {
    if position >= 0 && position < end { return position }
    guard loops else {
      isDone = true
      return position >= end ? end : 0
    }
    let wrapped = Bounds.wrap(position, 0, end)
    return wrapped >= 0 && wrapped < end ? wrapped : 0
  }

  /// The number of a frame that may lie a few frames beyond either end.
  @inline(__always)
  private func neighbour(_ index: Int, loops: Bool) -> Int {
    if index >= 0 && index < frames { return index }
    guard loops else { return index < 0 ? 0 : frames &- 1 }
    let wrapped = index % frames
    return wrapped < 0 ? wrapped &+ frames : wrapped
  }

  @inline(__always)
  private func sample(_ index: Int, _ channel: Int, loops: Bool) -> Float {
    samples[neighbour(index, loops: loops) &* channels &+ channel]
  }

  /// The value a part of the way from a frame, which lies within the table, to the next one.
  @inline(__always)
  func value(
    _ index: Int, _ fraction: Float, channel: Int, loops: Bool, _ interpolation: TableInterpolation
  ) -> Float {
    let from = samples[index &* channels &+ channel]
    switch interpolation {
    case .none: return from
    case .linear: return from + fraction * (sample(index &+ 1, channel, loops: loops) - from)
    case .cubic:
      return cubic(
        fraction, sample(index &- 1, channel, loops: loops), from, sample(index &+ 1, channel, loops: loops),
        sample(index &+ 2, channel, loops: loops))
    }
  }

  /// Whether all neighbours that any interpolation needs lie in the table, too.
  @inline(__always)
  func isInside(_ index: Int) -> Bool { index > 0 && index < frames &- 2 }
}
