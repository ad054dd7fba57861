import CRealTime
public import RealTime

/// Moog's ladder of four poles.
public struct MoogFF: UnitGenerator {
  public static let specification = UnitSpecification(
    "MoogFF", "Moog's ladder filter.",
    inputs: [
      .init("in", "The signal.", followsUnit: true),
      .init("freq", "Cutoff frequency.", range: 0...192_000, measure: "hertz", standard: 100),
      .init("gain", "Resonance.", range: 0...4, standard: 2),
      .init("reset", "Above 0 empties the filter."),
    ],
    outputs: ["filtered"], rates: [.audio, .control],
    source: "F. Fontana, Preserving the digital structure of the Moog VCF, ICMC 2007.")

  public static let thunk: UnitThunk = { run($0, $1, $2, $3) }
  public static let startThunk: UnitThunk? = { runStart($0, $1, $2, $3) }

  /// Rounded to single precision, as scsynth's: a filter that sounds by itself would drift apart.
  private static let pi = 3.141_592_741_012_573

  private let sampleRate: Double
  private var frequency = Float.nan
  private var b0 = 0.0
  private var a1 = 0.0
  private var ladder = LadderStates()
  private var gain: Float = 0

  public init(_ preparation: UnitPreparation) { sampleRate = preparation.valuesPerSecond }

  public mutating func start(_ context: UnsafePointer<RenderContext>, _ wires: Wires) {
    gain = Self.limited(wires[2].pointee)
    process(context, wires, 1)
  }

  @inline(__always)
  private static func limited(_ gain: Float) -> Float { gain > 4 ? 4 : (gain > 0 ? gain : 0) }

  public mutating func process(_ context: UnsafePointer<RenderContext>, _ wires: Wires, _ frames: Int) {
    if wires[3].pointee > 0 { ladder = LadderStates() }
    if wires[1].pointee != frequency {
      frequency = wires[1].pointee
      let warped = max(0, 2 * syrinx_tan(Self.pi * Double(frequency) / sampleRate))
      b0 = warped / (warped + 2)
      a1 = (warped - 2) / (warped + 2)
    }
    let newGain = Self.limited(wires[2].pointee)
    if newGain == gain { render(wires, frames) } else { render(wires, frames, glidingTo: newGain) }
    ladder.settle()
  }

  /// With a gain that stands still: the four states at once, each from all four and the input.
  private mutating func render(_ wires: Wires, _ frames: Int) {
    let k = Double(gain)
    let fourth = b0 * b0 * b0 * b0
    let scale = 1 / (1 + fourth * k)
    // What each state alone, and the input alone, become in a frame.
    @inline(__always) func column(_ states: LadderStates, _ x: Double) -> (next: SIMD4<Double>, output: Double) {
      var states = states
      let output = step(&states, x, k, fourth, scale)
      return (SIMD4(states.first, states.second, states.third, states.fourth), output)
    }
    let one = column(LadderStates(first: 1), 0)
    let two = column(LadderStates(second: 1), 0)
    let three = column(LadderStates(third: 1), 0)
    let four = column(LadderStates(fourth: 1), 0)
    let input = column(LadderStates(), 1)
    let heard = SIMD4(one.output, two.output, three.output, four.output)
    let (signal, output) = (wires[0], wires[4])
    var states = SIMD4(ladder.first, ladder.second, ladder.third, ladder.fourth)
    var frame = 0
    while frame < frames {
      let x = Double(signal[frame])
      let parts = heard * states
      output[frame] = Float((parts[0] + parts[1]) + (parts[2] + parts[3]) + input.output * x)
      let first = multiplyAdd(two.next, states[1], multiplyAdd(one.next, states[0], input.next * x))
      states = first + multiplyAdd(four.next, states[3], three.next * states[2])
      frame &+= 1
    }
    ladder = LadderStates(first: states[0], second: states[1], third: states[2], fourth: states[3])
  }

  private mutating func render(_ wires: Wires, _ frames: Int, glidingTo newGain: Float) {
    let step = (newGain - gain) / Float(frames)
    let fourth = b0 * b0 * b0 * b0
    var ladder = ladder
    var frame = 0
    while frame < frames {
      let k = Double(gain)
      wires[4][frame] = next(&ladder, Double(wires[0][frame]), k, fourth, 1 / (1 + fourth * k))
      gain += step
      frame &+= 1
    }
    gain = newGain
    self.ladder = ladder
  }

  @inline(__always)
  private func next(
    _ s: inout LadderStates, _ x: Double, _ k: Double, _ fourth: Double, _ scale: Double
  ) -> Float { Float(step(&s, x, k, fourth, scale)) }

  @inline(__always)
  private func step(
    _ s: inout LadderStates, _ x: Double, _ k: Double, _ fourth: Double, _ scale: Double
  ) -> Double {
    let rest = multiplyAdd(multiplyAdd(multiplyAdd(s.first, b0, s.second), b0, s.third), b0, s.fourth)
    let y = multiplyAdd(rest, scale, fourth * x * scale)
    let u = multiplyAdd(-k, y, x)
    let one = multiplyAdd(b0, u, s.first)
    s.first = multiplyAdd(b0, u, -a1 * one)
    let two = multiplyAdd(b0, one, s.second)
    s.second = multiplyAdd(b0, one, -a1 * two)
    let three = multiplyAdd(b0, two, s.third)
    s.third = multiplyAdd(b0, two, -a1 * three)
    s.fourth = multiplyAdd(b0, three, -a1 * y)
    return y
  }
}
