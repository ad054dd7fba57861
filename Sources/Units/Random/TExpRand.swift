public import RealTime

/// A random number, equally dense on a logarithmic scale, a new one at each trigger.
public struct TExpRand: UnitGenerator {
  public static let specification = UnitSpecification(
    "TExpRand", "A random number, equally dense on a logarithmic scale, a new one at each trigger.",
    inputs: [
      .init("lo", "The lowest; not 0.", standard: 0.01),
      .init("hi", "The highest.", standard: 1),
      .init("trig", "The trigger: rises above 0."),
    ], outputs: ["number"],
    rates: [.audio, .control])

  public static let thunk: UnitThunk = { run($0, $1, $2, $3) }
  public static let startThunk: UnitThunk? = { runStart($0, $1, $2, $3) }

  private let inputs: UnitInputs
  private var last: Float = 0
  private var value: Float = 0

  public init(_ preparation: UnitPreparation) { inputs = UnitInputs(preparation) }

  public mutating func start(_ context: UnsafePointer<RenderContext>, _ wires: Wires) {
    value = context.pointee.random.pointee.exponential(from: wires[0].pointee, to: wires[1].pointee)
    wires[3].pointee = value
    last = wires[2].pointee
  }

  public mutating func process(_ context: UnsafePointer<RenderContext>, _ wires: Wires, _ frames: Int) {
    let output = wires[3]
    var random = context.pointee.random.pointee
    let (low, high) = (inputs.signal(wires, 0), inputs.signal(wires, 1))
    let trigger = inputs.signal(wires, 2)
    var frame = 0
    while frame < frames {
      let level = trigger[frame]
      if level > 0 && last <= 0 { value = random.exponential(from: low[frame], to: high[frame]) }
      output[frame] = value
      frame &+= 1
    }
    // Within a block each frame of a trigger that began in it draws anew, as scsynth has it.
    last = trigger[frames &- 1]
    context.pointee.random.pointee = random
  }
}
