public import RealTime

/// Where a value would stand in a buffer of rising values: the index, and the share of the way to the next.
public struct IndexInBetween: UnitGenerator {
  public static let specification = UnitSpecification(
    "IndexInBetween",
    "Where a value would stand in a buffer of rising values: the index, and the share of the way to the next.",
    inputs: [
      .init("bufnum", "The buffer's number.", range: 0...16_777_215, rates: [.scalar, .control]),
      .init("in", "The value."),
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
      output[frame] = place(of: index[frame], in: table)
      frame &+= 1
    }
    if count < frames { fill(output, with: output.pointee, frames) }
  }

  @inline(__always)
  private func place(of value: Float, in table: BufferTable) -> Float {
    var index = 0
    while index < table.count {
      if table.samples[index] > value {
        if index == 0 { return 0 }
        let below = table.samples[index - 1]
        return (value - below) / (table.samples[index] - below) + Float(index) - 1
      }
      index += 1
    }
    return Float(table.count - 1)
  }
}
