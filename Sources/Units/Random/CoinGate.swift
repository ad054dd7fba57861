public import RealTime

/// Lets triggers through at random.
public struct CoinGate: UnitGenerator {
  public static let specification = UnitSpecification(
    "CoinGate", "Lets triggers through at random.",
    inputs: [
      .init("prob", "How likely it is that one passes.", range: 0...1, standard: 0.5, rates: [.scalar, .control]),
      .init("in", "The triggers: rise above 0."),
    ], outputs: ["triggers"],
    rates: [.audio, .control])

  public static let thunk: UnitThunk = { run($0, $1, $2, $3) }
  public static let startThunk: UnitThunk? = { runStart($0, $1, $2, $3) }

  private let isAudio: Bool
  private var last: Float = 0

  public init(_ preparation: UnitPreparation) { isAudio = preparation.inputRates.last == .audio }

  public mutating func start(_ context: UnsafePointer<RenderContext>, _ wires: Wires) {
    last = wires[1].pointee
    wires[2].pointee = 0
  }

  public mutating func process(_ context: UnsafePointer<RenderContext>, _ wires: Wires, _ frames: Int) {
    let output = wires[2]
    var random = context.pointee.random.pointee
    var frame = 0
    while frame < frames {
      let level = wires[1][isAudio ? frame : 0]
      output[frame] = level > 0 && last <= 0 && random.unipolar() < wires[0].pointee ? level : 0
      last = level
      frame &+= 1
    }
    context.pointee.random.pointee = random
  }
}
