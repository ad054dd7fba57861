import CRealTime
public import RealTime

/// The value at an index of a buffer, between two of them on a straight line.
public struct IndexL: UnitGenerator {
  public static let specification = UnitSpecification(
    "IndexL", "The value at an index of a buffer, between two of them on a straight line.",
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
      let position = index[frame]
      let whole = Int32(processorTruncating: position)
      let first = whole < 0 ? 0 : whole
      let low = table[clipping: first]
      let share = position - syrinx_floorf(position)
      let last = Int(first) >= table.count ? Int32(truncatingIfNeeded: table.count &- 1) : first
      output[frame] = low + share * (table[clipping: last &+ 1] - low)
      frame &+= 1
    }
    if count < frames { fill(output, with: output.pointee, frames) }
  }
}
