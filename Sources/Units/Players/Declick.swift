/// What joins a signal to another without a step: where the signal jumps, the difference is added and dies away.
///
/// A start on a silent sample, or a stop on one, has no difference, and leaves the samples as they are to the bit.
struct Declick: BitwiseCopyable {
  /// How long the difference takes to die away, in seconds.
  static let seconds = 0.008

  var left: Float = 0
  var right: Float = 0
  var elapsed: Int32 = 0
  var length: Int32

  init(sampleRate: Double) { length = Int32(Self.seconds * sampleRate) }

  var isActive: Bool { left != 0 || right != 0 }

  /// Begins at the next frame with the difference between what sounded and what comes.
  @inline(__always)
  mutating func join(left: Float, right: Float) {
    self.left = left
    self.right = right
    elapsed = 0
  }

  /// Adds what is left of the difference to `count` frames; it may touch up to seven frames behind them.
  @inline(__always)
  mutating func add(to outputLeft: UnsafeMutablePointer<Float>, _ outputRight: UnsafeMutablePointer<Float>, count: Int)
  {
    let total = Float(length)
    var frame = 0
    while frame < count {
      let passed = Lanes(repeating: Float(elapsed + Int32(frame))) + Lanes.ascending
      let rest = 1 - smoothstep(passed / total)
      let weight = rest.replacing(with: Lanes.zero, where: passed .>= total)
      multiplyAdd(weight, Lanes(repeating: left), Lanes(loading: outputLeft + frame)).store(to: outputLeft + frame)
      multiplyAdd(weight, Lanes(repeating: right), Lanes(loading: outputRight + frame)).store(to: outputRight + frame)
      frame += 8
    }
    elapsed += Int32(count)
    if elapsed >= length {
      left = 0
      right = 0
    }
  }
}
