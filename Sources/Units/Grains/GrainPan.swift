import CRealTime

/// Between which two outputs a grain sounds, and how loud in each.
struct GrainPan: BitwiseCopyable {
  let channel: Int
  let gain: Float
  let nextGain: Float

  @inline(__always)
  private init(_ channel: Int, angle: Float, level: Float) {
    self.channel = channel
    gain = level * syrinx_cosf(angle)
    nextGain = level * syrinx_sinf(angle)
  }

  /// All around in a ring: 2 is once around, and of two outputs −1 is the first one and 1 the second.
  @inline(__always)
  init(_ position: Float, outputs: Int) {
    self.init(ring: outputs == 2 ? position * 0.5 : position, outputs: outputs, level: 1)
  }

  /// As Pan2 places it between two outputs; in a ring of more.
  @inline(__always)
  init(_ position: Float, outputs: Int, level: Float) {
    if outputs == 2 {
      self.init(0, angle: Bounds.clamp(position * 0.5 + 0.5, 0, 1) * (.pi / 2), level: level)
    } else {
      self.init(ring: position, outputs: outputs, level: level)
    }
  }

  @inline(__always)
  private init(ring position: Float, outputs: Int, level: Float) {
    let place = outputs > 1 ? Float(outputs) * Bounds.wrap(position * 0.5, 0, 1) + 0.5 : 0
    let whole = syrinx_floorf(place)
    let number = FrameCount.whole(Double(whole), atLeast: 0, atMost: outputs)
    self.init(number >= outputs ? number &- outputs : number, angle: (place - whole) * (.pi / 2), level: level)
  }
}
