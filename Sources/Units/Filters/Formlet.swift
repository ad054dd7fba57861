import CRealTime
public import RealTime

/// A formant: a resonance with an attack and a decay.
public struct Formlet: UnitGenerator {
  public static let specification = UnitSpecification(
    "Formlet", "A resonance whose response rises and decays, as a formant does.",
    inputs: [
      .init("in", "The signal.", followsUnit: true),
      .init("freq", "Frequency.", range: 0...192_000, measure: "hertz", standard: 440),
      .init("attacktime", "Time of the attack.", range: -1e6...1e6, measure: "seconds", standard: 1),
      .init("decaytime", "Time of the decay.", range: -1e6...1e6, measure: "seconds", standard: 1),
    ],
    outputs: ["filtered"], rates: [.audio, .control])

  public static let thunk: UnitThunk = { run($0, $1, $2, $3) }
  public static let startThunk: UnitThunk? = { runStart($0, $1, $2, $3) }

  private let radians: Double
  private var values = SIMD4<Float>()
  private var decay = Section()
  private var attack = Section()

  public init(_ preparation: UnitPreparation) { radians = 2 * Double.pi / preparation.valuesPerSecond }

  public mutating func start(_ context: UnsafePointer<RenderContext>, _ wires: Wires) {
    take(wires)
    let input = wires[0].pointee
    decay.coefficients = coefficients(values[2])
    attack.coefficients = coefficients(values[1])
    wires[4].pointee = decay.next(input) - attack.next(input)
  }

  private mutating func take(_ wires: Wires) {
    values = SIMD4(wires[1].pointee, wires[2].pointee, wires[3].pointee, 0)
  }

  @inline(__always)
  private func coefficients(_ seconds: Float) -> SectionCoefficients {
    let r = Decaying.factor(seconds: seconds, radians: radians)
    let square = r * r
    let b1 = 2 * r * (2 * r * syrinx_cos(Double(values[0]) * radians)) / (1 + square)
    return SectionCoefficients(a0: 0.25, a1: 0, a2: -0.25, b1: b1, b2: -square)
  }

  public mutating func process(_ context: UnsafePointer<RenderContext>, _ wires: Wires, _ frames: Int) {
    let output = wires[4]
    let falling = context.pointee.scratch
    if wires[1].pointee == values[0] && wires[2].pointee == values[1] && wires[3].pointee == values[2] {
      attack.render(wires[0], falling, frames)
      decay.render(wires[0], output, frames)
    } else {
      take(wires)
      if frames < 3 {
        decay.coefficients = coefficients(values[2])
        attack.coefficients = coefficients(values[1])
        attack.render(wires[0], falling, frames)
        decay.render(wires[0], output, frames)
      } else {
        attack.render(wires[0], falling, frames, glidingTo: coefficients(values[1]))
        decay.render(wires[0], output, frames, glidingTo: coefficients(values[2]))
      }
    }
    var frame = 0
    while frame < frames {
      (Lanes(loading: output + frame) - Lanes(loading: falling + frame)).store(to: output + frame)
      frame &+= 8
    }
  }
}
