public import RealTime

/// Random steps whose rate may change at any moment.
public struct LFDNoise0: UnitGenerator {
  public static let specification = UnitSpecification(
    "LFDNoise0", "Random steps whose rate may change at any moment.",
    inputs: [
      .init("freq", "How often it changes.", range: 0...192_000, measure: "hertz", standard: 500)
    ], outputs: ["noise"],
    rates: [.audio, .control])

  public static let thunk: UnitThunk = { run($0, $1, $2, $3) }
  public static let startThunk: UnitThunk? = { runStart($0, $1, $2, $3) }

  private var phase: NoisePhase
  private var level: Float = 0

  public init(_ preparation: UnitPreparation) { phase = NoisePhase(preparation) }

  public mutating func start(_ context: UnsafePointer<RenderContext>, _ wires: Wires) { process(context, wires, 1) }

  public mutating func process(_ context: UnsafePointer<RenderContext>, _ wires: Wires, _ frames: Int) {
    let output = wires[1]
    var random = context.pointee.random.pointee
    var frame = 0
    while frame < frames {
      if phase.begins(wires[0], frame) { level = random.bipolar() }
      output[frame] = level
      frame &+= 1
    }
    context.pointee.random.pointee = random
  }
}
