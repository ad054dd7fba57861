public import RealTime

/// Records signals into a buffer that goes around, for a client that draws it.
public struct ScopeOut: UnitGenerator {
  public static let specification = UnitSpecification(
    "ScopeOut", "Records signals into a buffer that goes around, for a client that draws it.",
    inputs: [
      .init("bufnum", "The buffer's number.", rates: [.scalar, .control]),
      .init("in", "The signals, as many as the buffer has channels."),
    ], lastInputRepeats: true, outputs: ["zero"], rates: [.audio, .control])

  public static let thunk: UnitThunk = { run($0, $1, $2, $3) }
  public static let startThunk: UnitThunk? = { runStart($0, $1, $2, $3) }

  private let inputs: UnitInputs
  private let inputCount: Int
  private var place = 0

  public init(_ preparation: UnitPreparation) {
    inputs = UnitInputs(preparation)
    inputCount = preparation.inputRates.count
  }

  public mutating func start(_ context: UnsafePointer<RenderContext>, _ wires: Wires) { wires[inputCount].pointee = 0 }

  public mutating func process(_ context: UnsafePointer<RenderContext>, _ wires: Wires, _ frames: Int) {
    clear(wires[inputCount], frames)
    guard let table = FrameTable(meant: wires[0].pointee, context), table.channels == inputCount &- 1 else { return }
    if place >= table.frames { place = 0 }
    var frame = 0
    while frame < frames {
      let to = table.samples + place &* table.channels
      var channel = 0
      while channel < table.channels {
        to[channel] = inputs.signal(wires, 1 &+ channel)[frame]
        channel &+= 1
      }
      place = place &+ 1 == table.frames ? 0 : place &+ 1
      frame &+= 1
    }
  }
}
