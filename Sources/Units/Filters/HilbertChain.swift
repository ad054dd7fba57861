/// Two chains of six first-order all-passes, whose outputs are a quarter turn apart.
///
/// - Source: S. Costello and B. Hutchins, as in SuperCollider's HilbertIIR.
struct HilbertChain: BitwiseCopyable {
  /// The chains' sections in lanes: the cosine's in the first six, the sine's in the next.
  private var coefficients = SIMD16<Float>()
  private var states = SIMD16<Float>()

  init(sampleRate: Double) {
    let poles: [Float] = [
      0.3609, 2.7412, 11.1573, 44.7581, 179.6242, 798.4578, 1.2524, 5.5671, 22.3423, 89.6271, 364.7914, 2770.1114,
    ]
    let scale = Float(15 * Double.pi / sampleRate)
    for (index, pole) in poles.enumerated() {
      let gamma = scale * pole
      coefficients[index] = (gamma - 1) / (gamma + 1)
    }
  }

  @inline(__always)
  mutating func next(_ x: Float) -> (cosine: Float, sine: Float) { (pass(x, 0), pass(x, 6)) }

  @inline(__always)
  private mutating func pass(_ x: Float, _ first: Int) -> Float {
    var signal = x
    for index in first..<first + 6 {
      let state = states[index]
      let fresh = signal - coefficients[index] * state
      signal = coefficients[index] * fresh + state
      states[index] = fresh
    }
    return signal
  }

  /// A block of at least eight frames. Each lane's section works one frame behind the one before it, so that all of them work
  /// at once.
  @inline(__always)
  mutating func render(
    _ input: UnsafeMutablePointer<Float>, _ cosines: UnsafeMutablePointer<Float>, _ sines: UnsafeMutablePointer<Float>,
    _ frames: Int
  ) {
    var cosine = HilbertPipe(coefficients, states, 0)
    var sine = HilbertPipe(coefficients, states, 6)
    var step = 0
    // Until the last section has its first frame.
    while step < 5 {
      cosine.begin(input[step], step)
      sine.begin(input[step], step)
      step &+= 1
    }
    while step < frames {
      let x = input[step]
      cosines[step &- 5] = cosine.next(x)
      sines[step &- 5] = sine.next(x)
      step &+= 1
    }
    while step < frames &+ 5 {
      cosines[step &- 5] = cosine.end(step &- frames)
      sines[step &- 5] = sine.end(step &- frames)
      step &+= 1
    }
    for lane in 0..<6 {
      states[lane] = cosine.states[lane]
      states[6 + lane] = sine.states[lane]
    }
  }

  @inline(__always)
  mutating func settle() {
    for index in 0..<12 where !(states[index].magnitude < 1e15 && states[index].magnitude > 1e-15) { states[index] = 0 }
  }
}
