public import RealTime

/// Grains of a sine at one pitch, set off at another: a formant.
public struct Formant: UnitGenerator {
  public static let specification = UnitSpecification(
    "Formant", "Grains of a sine at one pitch, set off at another: a formant.",
    inputs: [
      .init(
        "fundfreq", "How often a grain is set off.", range: 0...192_000, measure: "hertz", standard: 440,
        rates: [.scalar, .control]),
      .init(
        "formfreq", "Pitch of the sine.", range: 0...192_000, measure: "hertz", standard: 1760,
        rates: [.scalar, .control]),
      .init(
        "bwfreq", "How short the grains are: how wide the formant is.", range: 0...192_000, measure: "hertz",
        standard: 880, rates: [.scalar, .control]),
    ], outputs: ["formant"],
    rates: [.audio])

  public static let thunk: UnitThunk = { run($0, $1, $2, $3) }
  public static let startThunk: UnitThunk? = { runStart($0, $1, $2, $3) }

  private let sine: UnsafeMutablePointer<Float>
  private let perHertz: Float
  private var fundamental: Int32 = 0
  private var form: Int32 = 0
  private var window: Int32 = 0

  public init(_ preparation: UnitPreparation) {
    sine = WaveTables.sine
    perHertz = Float(Double(WaveTables.count) * 65_536 * (1 / preparation.valuesPerSecond))
  }

  public mutating func start(_ context: UnsafePointer<RenderContext>, _ wires: Wires) {
    process(context, wires, 1)
    fundamental = 0
    form = 0
    window = 0
  }

  public mutating func process(_ context: UnsafePointer<RenderContext>, _ wires: Wires, _ frames: Int) {
    let output = wires[3]
    let period: Int32 = 0x2000_0000
    let one = Int32(processorTruncating: perHertz * wires[0].pointee)
    let two = Int32(processorTruncating: perHertz * wires[1].pointee)
    let three = Int32(processorTruncating: perHertz * wires[2].pointee)
    let width = one > three ? one : three
    var frame = 0
    while frame < frames {
      if window < period {
        // The window is a sine from its lowest point to its lowest point, plus 1.
        output[frame] = (value(window &+ 0x1800_0000) + 1) * value(form)
        window = window &+ width
      } else {
        output[frame] = 0
      }
      fundamental = fundamental &+ one
      form = form &+ two
      if fundamental > period {
        fundamental = fundamental &- period
        form = part(of: two, one)
        window = part(of: three, one)
      }
      frame &+= 1
    }
  }

  @inline(__always)
  private func value(_ position: Int32) -> Float { sine[Int(position &>> 16) & (WaveTables.count &- 1)] }

  /// How far a pitch has come since the fundamental's period began.
  @inline(__always)
  private func part(of step: Int32, _ fundamentalStep: Int32) -> Int32 {
    // The product overflows where scsynth's does.
    fundamentalStep == 0 || fundamentalStep == -1 ? 0 : fundamental &* step / fundamentalStep
  }
}
