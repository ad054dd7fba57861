import RealTime

/// A level on its way to another: each frame's value is a function of how many frames have passed since it set out, so
/// that it does not matter where blocks begin.
struct Glide: BitwiseCopyable {
  enum Curve: Int32, BitwiseCopyable {
    case linear = 0
    /// Rises as a sine and falls as a cosine: two of them crossing keep the power of unrelated signals.
    case constantPower = 1
  }

  var from: Float
  private(set) var target: Float
  var elapsed: Int32
  var length: Int32
  var curve: Curve

  init(at level: Float) {
    from = level
    target = level
    elapsed = 0
    length = 0
    curve = .linear
  }

  var isSettled: Bool { elapsed >= length }

  /// Sets out for `level` from where it is now, arriving after `frames`.
  @inline(__always)
  mutating func aim(at level: Float, frames: Int32, curve: Curve) {
    from = isSettled ? target : value(after: 0)
    target = level
    elapsed = 0
    length = frames
    self.curve = curve
  }

  /// The value `frames` from now; 0 is the last one that was given out.
  @inline(__always)
  private func value(after frames: Int32) -> Float { values(after: frames)[0] }

  @inline(__always)
  private func values(after frames: Int32) -> Lanes {
    let passed = Lanes(repeating: Float(elapsed + frames)) + Lanes.ascending
    let total = Float(length)
    let fraction = passed / total
    var shaped = fraction
    if curve == .constantPower {
      let quarter = (target > from ? fraction : 1 - fraction) * 0.25
      let wave = sine(turns: quarter.replacing(with: Lanes.zero, where: quarter .< 0))
      shaped = target > from ? wave : 1 - wave
    }
    let gliding = multiplyAdd(Lanes(repeating: target - from), shaped, Lanes(repeating: from))
    return gliding.replacing(with: Lanes(repeating: target), where: passed .>= total)
  }

  /// Writes the next `count` values, and up to seven more behind them that do not count.
  @inline(__always)
  mutating func fill(_ gains: UnsafeMutablePointer<Float>, count: Int) {
    var frame = 0
    while frame < count {
      (isSettled ? Lanes(repeating: target) : values(after: Int32(frame) + 1)).store(to: gains + frame)
      frame += 8
    }
    if !isSettled { elapsed += Int32(count) }
  }
}
