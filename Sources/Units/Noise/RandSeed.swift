public import RealTime

/// Seeds the random generator that the synth draws from, at each trigger: the same seed gives the same numbers.
public struct RandSeed: UnitGenerator {
  public static let specification = UnitSpecification(
    "RandSeed", "Seeds the synth's random generator at each trigger.",
    inputs: [.init("trig", "The trigger."), .init("seed", "The seed.", standard: 56789)], outputs: ["zero"],
    rates: [.scalar, .control, .audio])

  public static let thunk: UnitThunk = { run($0, $1, $2, $3) }
  public static let startThunk: UnitThunk? = { runStart($0, $1, $2, $3) }

  private let inputs: UnitInputs
  private var trigger: Float = 0

  public init(_ preparation: UnitPreparation) { inputs = UnitInputs(preparation) }

  public mutating func start(_ context: UnsafePointer<RenderContext>, _ wires: Wires) { process(context, wires, 1) }

  public mutating func process(_ context: UnsafePointer<RenderContext>, _ wires: Wires, _ frames: Int) {
    let triggers = inputs.signal(wires, 0)
    let seeds = inputs.signal(wires, 1)
    var frame = 0
    while frame < frames {
      let now = triggers[frame]
      if now > 0 && trigger <= 0 {
        let seed = SIMD8<Int32>(truncatingLanes: Lanes(repeating: seeds[frame]))[0]
        context.pointee.random.pointee = RandomGenerator(seed: seed)
      }
      trigger = now
      wires[2][frame] = 0
      frame &+= 1
    }
  }
}
