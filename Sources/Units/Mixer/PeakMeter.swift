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

  /// Takes note of a block.
  @inline(__always)
  mutating func note(_ left: UnsafeMutablePointer<Float>, _ right: UnsafeMutablePointer<Float>) {
    // On the stack, so that the loop keeps them in registers.
    var (highLeft, highRight) = (self.left, self.right)
    var (sumLeft, sumRight) = (squaresLeft, squaresRight)
    var frame = 0
    while frame < RenderContext.blockFrames {
      let l = Lanes(loading: left + frame)
      let r = Lanes(loading: right + frame)
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
  mutating func report(_ context: UnsafePointer<RenderContext>) {
    if context.pointee.metersDue { send(context) }
  }

  @inline(never)
  private mutating func send(_ context: UnsafePointer<RenderContext>) {
    let count = Float(frames > 0 ? frames : 1)
    context.pointee.sendMeter(
      peaks: (left.highest, right.highest), meanSquares: (squaresLeft.sum / count, squaresRight.sum / count))
    self = PeakMeter()
  }
}
