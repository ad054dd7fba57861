public import RealTime

/// Noise from a chaotic generator: yₙ = |yₙ₋₁ · p − yₙ₋₂ − 0.05|.
public struct Crackle: UnitGenerator {
  public static let specification = UnitSpecification(
    "Crackle", "Noise from a chaotic generator.",
    inputs: [
      .init("chaosParam", "How wild it is.", range: 1...2, standard: 1.5)
    ], outputs: ["noise"],
    rates: [.audio, .control])

  public static let thunk: UnitThunk = { run($0, $1, $2, $3) }
  public static let startThunk: UnitThunk? = { runStart($0, $1, $2, $3) }

  private var last: Float = 0
  private var lastButOne: Float = 0

  public init(_ preparation: UnitPreparation) {}

  public mutating func start(_ context: UnsafePointer<RenderContext>, _ wires: Wires) {
    last = Float(context.pointee.random.pointee.unipolarDouble())
    process(context, wires, 1)
  }

  public mutating func process(_ context: UnsafePointer<RenderContext>, _ wires: Wires, _ frames: Int) {
    let output = wires[1]
    let parameter = wires[0].pointee
    var frame = 0
    while frame < frames {
      let value = (last * parameter - lastButOne - 0.05).magnitude
      output[frame] = value
      lastButOne = last
      last = value
      frame &+= 1
    }
  }
}
