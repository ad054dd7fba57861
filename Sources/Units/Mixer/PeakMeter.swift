import RealTime

/// The highest magnitudes of a stereo signal since they were last sent.
///
/// They stay in eight lanes each until then: bringing them down to one in every block takes longer than all the rest.
struct PeakMeter: BitwiseCopyable {
  private var left = Lanes.zero
  private var right = Lanes.zero

  @inline(__always)
  mutating func note(_ left: UnsafeMutablePointer<Float>, _ right: UnsafeMutablePointer<Float>) {
    var highLeft = self.left
    var highRight = self.right
    var frame = 0
    while frame < RenderContext.blockFrames {
      highLeft = highLeft.higher(Lanes(loading: left + frame).magnitude)
      highRight = highRight.higher(Lanes(loading: right + frame).magnitude)
      frame &+= 8
    }
    self.left = highLeft
    self.right = highRight
  }

  /// Multiplies a block by a gain in place, and takes note of it.
  @inline(__always)
  mutating func scale(_ left: UnsafeMutablePointer<Float>, _ right: UnsafeMutablePointer<Float>, by gain: Float) {
    var highLeft = self.left
    var highRight = self.right
    var frame = 0
    while frame < RenderContext.blockFrames {
      let l = Lanes(loading: left + frame) * gain
      let r = Lanes(loading: right + frame) * gain
      l.store(to: left + frame)
      r.store(to: right + frame)
      highLeft = highLeft.higher(l.magnitude)
      highRight = highRight.higher(r.magnitude)
      frame &+= 8
    }
    self.left = highLeft
    self.right = highRight
  }

  /// Sends them when meters are due, and begins anew.
  @inline(__always)
  mutating func report(_ context: UnsafePointer<RenderContext>, position: Int64 = 0) {
    if context.pointee.metersDue { send(context, position) }
  }

  @inline(never)
  private mutating func send(_ context: UnsafePointer<RenderContext>, _ position: Int64) {
    context.pointee.sendMeter(left.highest, right.highest, position: position)
    left = Lanes.zero
    right = Lanes.zero
  }
}
