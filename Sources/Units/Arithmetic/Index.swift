public import RealTime

/// The value at an index of a buffer.
public struct Index: UnitGenerator {
  public static let specification = UnitSpecification(
    "Index", "The value at an index of a buffer.",
    inputs: [
      .init("bufnum", "The buffer's number.", range: 0...16_777_215, rates: [.scalar, .control]),
      .init("in", "The index; beyond either end the nearest."),
    ], outputs: ["value"],
    rates: [.audio, .control, .scalar])

  public static let thunk: UnitThunk = { run($0, $1, $2, $3) }
  public static let startThunk: UnitThunk? = { runStart($0, $1, $2, $3) }

  private let inputs: UnitInputs

  public init(_ preparation: UnitPreparation) { inputs = UnitInputs(preparation) }

  public mutating func start(_ context: UnsafePointer<RenderContext>, _ wires: Wires) { process(context, wires, 1) }

  public mutating func process(_ context: UnsafePointer<RenderContext>, _ wires: Wires, _ frames: Int) {
    let output = wires[2]
    guard let table = BufferTable(context, wires[0].pointee) else {
      clear(output, frames)
      return
    }
    let index = inputs.signal(wires, 1)
    // What stands still is looked up once.
    let count = inputs.isAudio(1) ? frames : 1
    var frame = 0
    while frame < count {
      output[frame] = table[clipping: Int32(processorTruncating: index[frame])]
      frame &+= 1
    }
    if count < frames { fill(output, with: output.pointee, frames) }
  }
}
