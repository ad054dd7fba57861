/// A second-order section: its two last states, and its coefficients, which glide to new ones over a block in steps of three
/// frames, as scsynth's filters do.
struct Section: BitwiseCopyable {
  var coefficients = SectionCoefficients()
  private var y1 = 0.0
  private var y2 = 0.0

  /// One frame.
  @inline(__always)
  mutating func next(_ x: Float) -> Float { frame(Double(x), coefficients) }

  /// As if this had come for ever; for sections without feedback.
  @inline(__always)
  mutating func fill(_ x: Float) {
    y1 = Double(x)
    y2 = Double(x)
  }

  @inline(__always)
  private mutating func frame(_ x: Double, _ c: SectionCoefficients) -> Float {
    // In an order that waits as little as it can for the last state.
    let y0 = multiplyAdd(c.b1, y1, multiplyAdd(c.b2, y2, c.gain * x))
    let output = multiplyAdd(c.a0, y0, multiplyAdd(c.a1, y1, multiplyAdd(c.a2, y2, c.through * x)))
    y2 = y1
    y1 = y0
    return Float(output)
  }

  @inline(__always)
  mutating func render(_ input: UnsafeMutablePointer<Float>, _ output: UnsafeMutablePointer<Float>, _ frames: Int) {
    let c = coefficients
    var section = self
    var at = 0
    while at < frames {
      output[at] = section.frame(Double(input[at]), c)
      at &+= 1
    }
    self = section
    settle()
  }

  /// Eight frames at a time, of a section without feedback.
  @inline(__always)
  mutating func renderForward(
    _ input: UnsafeMutablePointer<Float>, _ output: UnsafeMutablePointer<Float>, _ frames: Int
  ) {
    let c = coefficients
    var before = SIMD4(0, 0, y2, y1)
    var at = 0
    while at < frames {
      let x = WideLanes(loading: input + at)
      (x * c.a0 + x.delayedByOne(before) * c.a1 + x.delayedByTwo(before) * c.a2).store(to: output + at)
      before = x.high
      at &+= 8
    }
    (y1, y2) = (before[3], before[2])
    settle()
  }

  /// Glides to `target` on the way.
  @inline(__always)
  mutating func render(
    _ input: UnsafeMutablePointer<Float>, _ output: UnsafeMutablePointer<Float>, _ frames: Int,
    glidingTo target: SectionCoefficients
  ) {
    let steps = frames / 3
    var section = self
    var c = coefficients
    if steps > 0 {
      let step = c.step(to: target, steps: steps)
      var at = 0
      while at < 3 &* steps {
        output[at] = section.frame(Double(input[at]), c)
        output[at &+ 1] = section.frame(Double(input[at &+ 1]), c)
        output[at &+ 2] = section.frame(Double(input[at &+ 2]), c)
        c.advance(by: step)
        at &+= 3
      }
    }
    var at = 3 &* steps
    while at < frames {
      output[at] = section.frame(Double(input[at]), c)
      at &+= 1
    }
    self = section
    coefficients = target
    settle()
  }

  /// What is too small to be heard, or no number any more, is silence from here on.
  @inline(__always)
  mutating func settle() {
    if !(y1.magnitude < 1e15 && y1.magnitude > 1e-15) { y1 = 0 }
    if !(y2.magnitude < 1e15 && y2.magnitude > 1e-15) { y2 = 0 }
  }
}
