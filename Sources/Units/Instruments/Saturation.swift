public import RealTime

/// Rounds off what is loud, as a tape does: tanh(drive · x) / tanh(drive).
public struct Saturation: UnitGenerator {
  public static let specification = UnitSpecification(
    "Saturation", "Rounds off what is loud: a signal of 1 stays 1, a soft one gains.",
    inputs: [
      .init("left", "The signal, left.", rates: [.audio]),
      .init("right", "The signal, right.", rates: [.audio]),
      .init("drive", "How much; taken when the synth begins.", range: 0.01...20, standard: 1.5, rates: [.scalar]),
    ],
    outputs: ["left", "right"])

  public static let thunk: UnitThunk = { run($0, $1, $2, $3) }

  private let drive: Float
  private let gain: Float

  public init(_ preparation: UnitPreparation) {
    drive = preparation.number(2, of: Self.specification)
    gain = 1 / hyperbolicTangent(Lanes(repeating: drive))[0]
  }

  public mutating func process(_ context: UnsafePointer<RenderContext>, _ wires: Wires, _ frames: Int) {
    var frame = 0
    while frame < frames {
      (hyperbolicTangent(Lanes(loading: wires[0] + frame) * drive) * gain).store(to: wires[3] + frame)
      (hyperbolicTangent(Lanes(loading: wires[1] + frame) * drive) * gain).store(to: wires[4] + frame)
      frame &+= 8
    }
  }
}
