/// A filter of second order for eight signals, each with an answer of its own to the same two integrators.
///
/// - Source: A. Simper, "Solving the continuous SVF equations using trapezoidal integration and equivalent currents",
///   Cytomic, 2013, with what happens from frame to frame written as one matrix: its state stays exact at low corners.
struct FilterSection: BitwiseCopyable {
  /// What a lane takes of the input, of the band pass and of the low pass.
  struct Answer {
    var input: Double
    var band: Double
    var low: Double

    static let lowPass = Answer(input: 0, band: 0, low: 1)
    static let same = Answer(input: 1, band: 0, low: 0)
    static let nothing = Answer(input: 0, band: 0, low: 0)

    static func highPass(damping: Double) -> Answer { Answer(input: 1, band: -damping, low: -1) }
    static func allPass(damping: Double) -> Answer { Answer(input: 1, band: -2 * damping, low: 0) }
  }

  private var first = Lanes.zero
  private var second = Lanes.zero
  /// What goes from the state and the input into the next state.
  private var firstToFirst: Float
  private var across: Float
  private var secondToSecond: Float
  private var inputToSecond: Float
  /// What goes from the input and the state into the output.
  private var inputGain = Lanes.zero
  private var firstGain = Lanes.zero
  private var secondGain = Lanes.zero

  /// - Parameters:
  ///   - corner: tan(π · corner / sample rate).
  ///   - damping: one over the resonance's Q.
  ///   - answers: of the eight lanes.
  init(corner g: Double, damping k: Double, answers: [Answer]) {
    let a1 = 1 / (1 + g * (g + k))
    let a2 = g * a1
    let a3 = g * a2
    firstToFirst = Float(2 * a1 - 1)
    across = Float(2 * a2)
    secondToSecond = Float(1 - 2 * a3)
    inputToSecond = Float(2 * a3)
    for (lane, answer) in answers.enumerated() {
      inputGain[lane] = Float(answer.input + answer.band * a2 + answer.low * a3)
      firstGain[lane] = Float(answer.band * a1 + answer.low * a2)
      secondGain[lane] = Float(-answer.band * a2 + answer.low * (1 - a3))
    }
  }

  @inline(__always)
  mutating func take(_ input: Lanes) -> Lanes {
    let output = multiplyAdd(firstGain, first, multiplyAdd(secondGain, second, inputGain * input))
    let difference = (input - second) * across
    let next = multiplyAdd(Lanes(repeating: firstToFirst), first, difference)
    let passed = multiplyAdd(Lanes(repeating: secondToSecond), second, input * inputToSecond)
    second = multiplyAdd(Lanes(repeating: across), first, passed)
    first = next
    return output
  }

  @inline(__always)
  mutating func clear() {
    first = Lanes.zero
    second = Lanes.zero
  }
}
