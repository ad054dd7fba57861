/// What a second-order section multiplies with. With the state y and the input x:
/// y = gain · x + b1 · y1 + b2 · y2, and the output is through · x + a0 · y + a1 · y1 + a2 · y2.
struct SectionCoefficients: BitwiseCopyable {
  var a0 = 0.0
  var a1 = 0.0
  var a2 = 0.0
  var b1 = 0.0
  var b2 = 0.0
  var gain = 1.0
  var through = 0.0

  /// From here to `target`, in so many equal steps: one of them.
  @inline(__always)
  func step(to target: SectionCoefficients, steps: Int) -> SectionCoefficients {
    let share = 1 / Double(steps)
    return SectionCoefficients(
      a0: (target.a0 - a0) * share, a1: (target.a1 - a1) * share, a2: (target.a2 - a2) * share,
      b1: (target.b1 - b1) * share, b2: (target.b2 - b2) * share, gain: (target.gain - gain) * share,
      through: (target.through - through) * share)
  }

  @inline(__always)
  mutating func advance(by step: SectionCoefficients) {
    a0 += step.a0
    a1 += step.a1
    a2 += step.a2
    b1 += step.b1
    b2 += step.b2
    gain += step.gain
    through += step.through
  }
}
