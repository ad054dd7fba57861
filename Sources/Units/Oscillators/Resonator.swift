import CRealTime

/// A pair of poles, and zeros at 0 and at half the sample rate, whose coefficients glide.
struct Resonator: BitwiseCopyable {
  private var first = 0.0
  private var second = 0.0
  private var firstTarget = 0.0
  private var secondTarget = 0.0
  private var firstSlope = 0.0
  private var secondSlope = 0.0
  private var last = 0.0
  private var lastButOne = 0.0

  /// - Parameters:
  ///   - angle: of the poles, in radians.
  ///   - times: values in which it decays by 60 dB; 0 is at once.
  @inline(__always)
  mutating func aim(_ angle: Double, _ times: Double, steps: Double) {
    let radius = times == 0 ? 0 : decay(after: times)
    let cosine = 2 * radius * syrinx_cos(angle) / (1 + radius * radius)
    firstTarget = 2 * radius * cosine
    secondTarget = -radius * radius
    firstSlope = (firstTarget - first) * (1 / steps)
    secondSlope = (secondTarget - second) * (1 / steps)
  }

  @inline(__always)
  mutating func move() {
    first += firstSlope
    second += secondSlope
  }

  @inline(__always)
  mutating func arrive() {
    first = firstTarget
    second = secondTarget
  }

  @inline(__always)
  mutating func next(_ input: Double) -> Double {
    let value = input + first * last + second * lastButOne
    let output = value - lastButOne
    lastButOne = last
    last = value
    return output
  }
}
