public import RealTime

/// Plays values as single frames, a time apart.
public struct TDuty: UnitGenerator {
  public static let specification = UnitSpecification(
    "TDuty", "Plays values as single frames, a time apart.",
    inputs: [
      .init("dur", "The time to the next value.", measure: "seconds", standard: 1, rates: Rate.any),
      .init("reset", "A trigger that begins anew, or the times after which it does.", rates: Rate.any),
      .init(
        "doneAction", "What becomes of the synth at the end.", range: 0...15, rates: [.scalar, .control]),
      .init("level", "What is played.", standard: 1, rates: Rate.any),
      .init("gapFirst", "Whether it begins with a pause: not 0.", rates: [.scalar, .control]),
    ], outputs: ["value"], rates: [.audio, .control])

  public static let thunk: UnitThunk = { run($0, $1, $2, $3) }
  public static let startThunk: UnitThunk? = { runStart($0, $1, $2, $3) }

  private var clock: DutyClock

  public init(_ preparation: UnitPreparation) { clock = DutyClock(preparation) }

  public mutating func start(_ context: UnsafePointer<RenderContext>, _ wires: Wires) {
    clock.startReset(context, wires)
    if wires[4].pointee != 0 { clock.startDuration(context, wires) }
    wires[5].pointee = 0
  }

  public mutating func process(_ context: UnsafePointer<RenderContext>, _ wires: Wires, _ frames: Int) {
    let output = wires[5]
    var frame = 0
    while frame < frames {
      let (length, wantsValue) = clock.advance(context, wires, at: frame, of: frames)
      let value = wantsValue ? clock.value(context, wires, at: frame) : 0
      output[frame] = value == value ? value : 0
      let end = frame &+ length
      frame &+= 1
      while frame < end {
        output[frame] = 0
        frame &+= 1
      }
    }
  }
}
