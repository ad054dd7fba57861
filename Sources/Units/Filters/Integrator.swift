public import RealTime

/// A leaky sum.
public struct Integrator: UnitGenerator {
  public static let specification = UnitSpecification(
    "Integrator", "The sum of all that came, leaking by a factor a frame.",
    inputs: [
      .init("in", "The signal.", followsUnit: true),
      .init("coef", "The leak; 1 leaks nothing.", range: -1...1, standard: 1),
    ],
    outputs: ["sum"], rates: [.audio, .control])

  public static let thunk: UnitThunk = { run($0, $1, $2, $3) }
  public static let startThunk: UnitThunk? = { runStart($0, $1, $2, $3) }

  private let isFixed: Bool
  private var pole = GlidingPole()

  public init(_ preparation: UnitPreparation) { isFixed = preparation.inputRates[1] == .scalar }

  public mutating func start(_ context: UnsafePointer<RenderContext>, _ wires: Wires) {
    pole.factor = Double(wires[1].pointee)
    wires[2].pointee = wires[0].pointee
  }

  public mutating func process(_ context: UnsafePointer<RenderContext>, _ wires: Wires, _ frames: Int) {
    pole.render(wires[0], wires[2], frames, glidingTo: isFixed ? pole.factor : Double(wires[1].pointee))
  }
}
