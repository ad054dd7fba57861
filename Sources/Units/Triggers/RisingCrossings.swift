/// Counts the time from one crossing of 0 upwards to the next, to parts of a frame.
struct RisingCrossings: BitwiseCopyable {
  var last: Float = 0
  private var lastPart: Float = 0
  private var count = 0

  /// Frames go by at which nothing crosses.
  @inline(__always)
  mutating func pass(_ frames: Int) { count &+= frames }

  /// Frames since the crossing before, where the signal crosses; below 0 where it does not, or does after less than `least`.
  @inline(__always)
  mutating func frames(to signal: Float, least: Int) -> Float {
    count &+= 1
    var frames: Float = -1
    if count >= least && last <= 0 && signal > 0 {
      // The part of the frame that had passed when it rose above 0.
      let part = -last / (signal - last)
      frames = part + Float(count) - lastPart
      lastPart = part
      count = 0
    }
    last = signal
    return frames
  }
}
