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

  private let sampleRate: Double
  private var frequency = Float.nan
  private var b0: Float = 0
  private var a1: Float = 0
  private var states = SIMD4<Float>()
  private var gain: Float = 0

  public init(_ preparation: UnitPreparation) { sampleRate = preparation.valuesPerSecond }

  public mutating func start(_ context: UnsafePointer<RenderContext>, _ wires: Wires) {
    gain = Self.limited(wires[2].pointee)
    process(context, wires, 1)
  }

  @inline(__always)
  private static func limited(_ gain: Float) -> Float { gain > 4 ? 4 : (gain > 0 ? gain : 0) }

  public mutating func process(_ context: UnsafePointer<RenderContext>, _ wires: Wires, _ frames: Int) {
    let input = wires[0]
    let output = wires[4]
    let k = Self.limited(wires[2].pointee)
    if wires[3].pointee > 0 { states = SIMD4() }
    if wires[1].pointee != frequency {
      frequency = wires[1].pointee
      let warped = max(0, 2 * syrinx_tan(Double.pi * Double(frequency) / sampleRate))
      b0 = Float(warped / (warped + 2))
      a1 = Float((warped - 2) / (warped + 2))
    }
    let fourth = b0 * b0 * b0 * b0
    var s = states
    var frame = 0
    while frame < frames {
      let rest = s[3] + b0 * (s[2] + b0 * (s[1] + b0 * s[0]))
      let x = input[frame]
      let y = (fourth * x + rest) / (1 + fourth * k)
      output[frame] = y
      let u = x - k * y
      let one = b0 * u + s[0]
      s[0] = b0 * u - a1 * one
      let two = b0 * one + s[1]
      s[1] = b0 * one - a1 * two
      let three = b0 * two + s[2]
      s[2] = b0 * two - a1 * three
      s[3] = b0 * three - a1 * y
      frame &+= 1
    }
    let isSound = s[0].isFinite && s[1].isFinite && s[2].isFinite && s[3].isFinite
    states = isSound ? s : SIMD4()
  }
}
