import RealTime

/// Silences what is no number or is infinite, and tells control of it: at once the first time, then as often as meters.
struct FiniteGuard: BitwiseCopyable {
  private var untold: Int32 = 0
  private var isQuiet = true

  /// Whether every sample of a block is a finite number.
  @inline(__always)
  static func areFinite(_ left: UnsafeMutablePointer<Float>, _ right: UnsafeMutablePointer<Float>) -> Bool {
    var differences = Lanes.zero
    var frame = 0
    while frame < RenderContext.blockFrames {
      let l = Lanes(loading: left + frame)
      let r = Lanes(loading: right + frame)
      // 0 for every number; nothing but a number minus itself is one.
      differences += (l - l) + (r - r)
      frame &+= 8
    }
    return differences.sum == 0
  }

  /// Copies a block, silenced where it has to be.
  @inline(__always)
  mutating func copy(
    _ left: UnsafeMutablePointer<Float>, _ right: UnsafeMutablePointer<Float>, to outLeft: UnsafeMutablePointer<Float>,
    _ outRight: UnsafeMutablePointer<Float>
  ) {
    var differences = Lanes.zero
    var frame = 0
    while frame < RenderContext.blockFrames {
      let l = Lanes(loading: left + frame)
      let r = Lanes(loading: right + frame)
      differences += (l - l) + (r - r)
      l.store(to: outLeft + frame)
      r.store(to: outRight + frame)
      frame &+= 8
    }
    if differences.sum != 0 { silence(outLeft, outRight) }
  }

  /// Silences in place; false when there was nothing to silence.
  @inline(__always)
  mutating func clean(_ left: UnsafeMutablePointer<Float>, _ right: UnsafeMutablePointer<Float>) -> Bool {
    if Self.areFinite(left, right) { return false }
    silence(left, right)
    return true
  }

  @inline(never)
  private mutating func silence(_ left: UnsafeMutablePointer<Float>, _ right: UnsafeMutablePointer<Float>) {
    var frame = 0
    while frame < RenderContext.blockFrames {
      if left[frame] - left[frame] != 0 || right[frame] - right[frame] != 0 {
        left[frame] = left[frame] - left[frame] == 0 ? left[frame] : 0
        right[frame] = right[frame] - right[frame] == 0 ? right[frame] : 0
        untold = untold < 1_000_000 ? untold &+ 1 : untold
      }
      frame &+= 1
    }
  }

  /// Called once a block.
  @inline(__always)
  mutating func report(_ context: UnsafePointer<RenderContext>) {
    if untold > 0 || !isQuiet { send(context) }
  }

  @inline(never)
  private mutating func send(_ context: UnsafePointer<RenderContext>) {
    guard isQuiet || context.pointee.metersDue else { return }
    if untold > 0 { context.pointee.tellSilenced(frames: untold) }
    isQuiet = untold == 0
    untold = 0
  }
}
