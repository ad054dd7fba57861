import CRealTime
import RealTime

/// The first channel of a buffer, as units of demand rate read and write it.
struct DemandBuffer {
  private let samples: UnsafeMutablePointer<Float>
  private let channels: Int
  private let frames: Int

  /// Nil where there is no such buffer, or nothing in it.
  @inline(__always)
  init?(_ context: UnsafePointer<RenderContext>, _ number: Float) {
    guard let buffer = context.pointee.buffer(number > 0 ? number : 0), let samples = buffer.pointee.samples,
      !buffer.pointee.isStreamed, buffer.pointee.readyFrames > 0, buffer.pointee.channels > 0
    else { return nil }
    self.samples = samples
    channels = buffer.pointee.channels
    frames = buffer.pointee.readyFrames
  }

  /// The value at a frame, and whether that lay beyond an end that does not go around.
  @inline(__always)
  func place(_ phase: Float, loops: Bool) -> (value: UnsafeMutablePointer<Float>, isBeyond: Bool) {
    let end = Double(loops ? frames : frames - 1)
    var position = Double(phase)
    var isBeyond = false
    if position >= end {
      isBeyond = !loops
      position = loops ? around(position, end) : end
    } else if position < 0 {
      isBeyond = !loops
      position = loops ? around(position, end) : 0
    }
    let frame = FrameCount.whole(position, atLeast: 0, atMost: frames - 1)
    return (samples + frame &* channels, isBeyond)
  }

  @inline(__always)
  private func around(_ position: Double, _ end: Double) -> Double {
    let moved = position < 0 ? position + end : position - end
    if moved >= 0 && moved < end { return moved }
    return moved - end * syrinx_floor(moved / end)
  }
}
