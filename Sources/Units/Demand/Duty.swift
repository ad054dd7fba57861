public import RealTime

/// Plays values, each for a time.
public struct Duty: UnitGenerator {
  public static let specification = UnitSpecification(
    "Duty", "Plays values, each for a time.",
    inputs: [
      .init("dur", "The time to the next value.", measure: "seconds", standard: 1, rates: Rate.any),
      .init("reset", "A trigger that begins anew, or the times after which it does.", rates: Rate.any),
      .init(
        "doneAction", "What becomes of the synth at the end.", range: 0...15, rates: [.scalar, .control]),
      .init("level", "What is played.", standard: 1, rates: Rate.any),
    ], outputs: ["value"], rates: [.audio, .control])

  public static let thunk: UnitThunk = { run($0, $1, $2, $3) }
  public static let startThunk: UnitThunk? = { runStart($0, $1, $2, $3) }

  private var clock: DutyClock
  private var level: Float = 0

  public init(_ preparation: UnitPreparation) { clock = DutyClock(preparation) }

  public mutating func start(_ context: UnsafePointer<RenderContext>, _ wires: Wires) {
    clock.startReset(context, wires)
    clock.startDuration(context, wires)
    level = clock.value(context, wires, at: 0)
    wires[4].pointee = level
  }

  public mutating func process(_ context: UnsafePointer<RenderContext>, _ wires: Wires, _ frames: Int) {
    let output = wires[4]
    var frame = 0
    while frame < frames {
      let (length, wantsValue) = clock.advance(context, wires, at: frame, of: frames)
      if wantsValue {
        let value = clock.value(context, wires, at: frame)
        if value == value { level = value } else { clock.finish(context, wires) }
      }
      let end = frame &+ length
      while frame < end {
        output[frame] = level
        frame &+= 1
      }
    }
  }
}
