import RealTime

/// The highest magnitudes of a stereo signal, and its mean squares, since they were last sent.
///
/// They stay in eight lanes each until then: bringing them down to one in every block takes longer than all the rest.
struct PeakMeter: BitwiseCopyable {
  private var left = Lanes.zero
  private var right = Lanes.zero
  private var squaresLeft = Lanes.zero
  private var squaresRight = Lanes.zero
  private var frames: Int32 = 0

  @inline(__always)
  mutating func note(_ left: UnsafeMutablePointer<Float>, _ right: UnsafeMutablePointer<Float>) {
    scale(left, right, by: nil)
  }

  /// Multiplies a block by a gain in place, and takes note of it.
  @inline(__always)
  mutating func scale(_ left: UnsafeMutablePointer<Float>, _ right: UnsafeMutablePointer<Float>, by gain: Float) {
    scale(left, right, by: Optional(gain))
  }

  @inline(__always)
  private mutating func scale(
    _ left: UnsafeMutablePointer<Float>, _ right: UnsafeMutablePointer<Float>, by gain: Float?
  ) {
    // On the stack, so that the loop keeps them in registers.
    var (highLeft, highRight) = (self.left, self.right)
    var (sumLeft, sumRight) = (squaresLeft, squaresRight)
    var frame = 0
    while frame < RenderContext.blockFrames {
      var l = Lanes(loading: left + frame)
      var r = Lanes(loading: right + frame)
      if let gain {
        l *= gain
        r *= gain
        l.store(to: left + frame)
        r.store(to: right + frame)
      }
      highLeft = highLeft.higher(l.magnitude)
      highRight = highRight.higher(r.magnitude)
      sumLeft = multiplyAdd(l, l, sumLeft)
      sumRight = multiplyAdd(r, r, sumRight)
      frame &+= 8
    }
    (self.left, self.right) = (highLeft, highRight)
    (squaresLeft, squaresRight) = (sumLeft, sumRight)
    frames &+= Int32(RenderContext.blockFrames)
  }

  /// Sends them when meters are due, and begins anew.
  @inline(__always)
  mutating func report(_ context: UnsafePointer<RenderContext>, position: Int64 = 0) {
    if context.pointee.metersDue { send(context, position) }
  }

  @inline(never)
  private mutating func send(_ context: UnsafePointer<RenderContext>, _ position: Int64) {
    let count = Float(frames > 0 ? frames : 1)
    context.pointee.sendMeter(
      peaks: (left.highest, right.highest), meanSquares: (squaresLeft.sum / count, squaresRight.sum / count),
      position: position)
    self = PeakMeter()
  }
}
