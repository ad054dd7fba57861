public import RealTime

/// The value at an index of a buffer, which goes back at its ends.
public struct FoldIndex: UnitGenerator {
  public static let specification = UnitSpecification(
    "FoldIndex", "The value at an index of a buffer, which goes back at its ends.",
    inputs: [
      .init("bufnum", "The buffer's number.", range: 0...16_777_215, rates: [.scalar, .control]),
      .init("in", "The index."),
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
      let whole = Int(Int32(processorTruncating: index[frame]))
      let last = table.count - 1
      let rest = whole >= 0 && whole < last ? whole : last == 0 ? 0 : whole % (2 * last)
      let place = rest < 0 ? rest + 2 * last : rest
      output[frame] = table.samples[place > last ? 2 * last - place : place]
      frame &+= 1
    }
    if count < frames { fill(output, with: output.pointee, frames) }
  }
}
