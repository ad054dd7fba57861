public import RealTime

/// Noise that depends on its input alone: equal values give equal noise.
public struct Hasher: UnitGenerator {
  public static let specification = UnitSpecification(
    "Hasher", "Noise that depends on its input alone.",
    inputs: [
      .init("in", "The signal.")
    ], outputs: ["noise"],
    rates: [.audio, .control])

  public static let thunk: UnitThunk = { run($0, $1, $2, $3) }
  public static let startThunk: UnitThunk? = { runStart($0, $1, $2, $3) }

  public init(_ preparation: UnitPreparation) {}

  public mutating func start(_ context: UnsafePointer<RenderContext>, _ wires: Wires) { process(context, wires, 1) }

  public mutating func process(_ context: UnsafePointer<RenderContext>, _ wires: Wires, _ frames: Int) {
    let (input, output) = (wires[0], wires[1])
    var frame = 0
    while frame < frames {
      output[frame] = Float(bitPattern: 0x4000_0000 | RandomGenerator.hash(input[frame].bitPattern) &>> 9) - 3
      frame &+= 1
    }
  }
}
