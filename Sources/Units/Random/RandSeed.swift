public import RealTime

/// Seeds the random generator that its synth draws from, at each trigger.
public struct RandSeed: UnitGenerator {
  public static let specification = UnitSpecification(
    "RandSeed", "Seeds the random generator that its synth draws from, at each trigger.",
    inputs: [
      .init("trig", "The trigger: rises above 0.", standard: 1),
      .init("seed", "The seed, without its fraction.", standard: 56_789, rates: [.scalar, .control, .audio, .demand]),
    ], outputs: ["zero"], rates: [.control, .scalar, .audio])

  public static let thunk: UnitThunk = { run($0, $1, $2, $3) }
  public static let startThunk: UnitThunk? = { runStart($0, $1, $2, $3) }

  private let inputs: UnitInputs
  private var last: Float = 0

  public init(_ preparation: UnitPreparation) { inputs = UnitInputs(preparation) }

  public mutating func start(_ context: UnsafePointer<RenderContext>, _ wires: Wires) { process(context, wires, 1) }

  public mutating func process(_ context: UnsafePointer<RenderContext>, _ wires: Wires, _ frames: Int) {
    let trigger = inputs.signal(wires, 0)
    var frame = 0
    while frame < frames {
      let level = trigger[frame]
      if level > 0 && last <= 0 {
        let seed = Int32(processorTruncating: wires.demand(1, context, at: frames))
        context.pointee.random.pointee = RandomGenerator(seed: seed)
      }
      last = level
      frame &+= 1
    }
    clear(wires[2], frames)
  }
}
