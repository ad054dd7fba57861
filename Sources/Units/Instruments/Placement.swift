public import RealTime

/// Puts a signal in its place between left and right, at its loudness. In the middle the gains are 1, aside they keep
/// the power.
public struct Placement: UnitGenerator {
  public static let specification = UnitSpecification(
    "Placement", "Puts a signal in its place between left and right.",
    inputs: [
      .init("left", "The signal, left; a mono one goes to both.", rates: [.audio]),
      .init("right", "The signal, right.", rates: [.audio]),
      .init("position", "−1 left, 1 right; taken when the synth begins.", range: -1...1, rates: [.scalar]),
      .init("level", "Gain; taken when the synth begins.", range: 0...64, standard: 1, rates: [.scalar]),
    ],
    outputs: ["left", "right"])

  public static let thunk: UnitThunk = { run($0, $1, $2, $3) }

  private let left: Float
  private let right: Float

  public init(_ preparation: UnitPreparation) {
    let position = preparation.number(2, of: Self.specification)
    let level = preparation.number(3, of: Self.specification)
    let (towardsLeft, towardsRight) = ((1 - position) / 2, (1 + position) / 2)
    left = (2 * towardsLeft).squareRoot() * level
    right = (2 * towardsRight).squareRoot() * level
  }

  public mutating func process(_ context: UnsafePointer<RenderContext>, _ wires: Wires, _ frames: Int) {
    var frame = 0
    while frame < frames {
      (Lanes(loading: wires[0] + frame) * left).store(to: wires[4] + frame)
      (Lanes(loading: wires[1] + frame) * right).store(to: wires[5] + frame)
      frame &+= 8
    }
  }
}
