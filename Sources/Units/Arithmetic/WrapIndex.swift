import CRealTime
public import RealTime

/// The value at an index of a buffer, which begins again at its end.
public struct WrapIndex: UnitGenerator {
  public static let specification = UnitSpecification(
    "WrapIndex", "The value at an index of a buffer, which begins again at its end.",
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
      // A single value is rounded down, a block of them towards 0.
      let position = frames == 1 ? syrinx_floorf(index[frame]) : index[frame]
      let whole = Int(Int32(processorTruncating: position))
      let rest = whole >= 0 && whole < table.count ? whole : whole % table.count
      output[frame] = table.samples[rest < 0 ? rest + table.count : rest]
      frame &+= 1
    }
    if count < frames { fill(output, with: output.pointee, frames) }
  }
}
