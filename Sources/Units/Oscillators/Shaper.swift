public import RealTime

/// A signal bent by a transfer function that a wavetable holds.
public struct Shaper: UnitGenerator {
  public static let specification = UnitSpecification(
    "Shaper", "A signal bent by a transfer function that a wavetable holds.",
    inputs: [
      .init("bufnum", "The buffer's number: a wavetable.", range: 0...16_777_215, rates: [.scalar, .control]),
      .init("in", "The signal: −1 to 1 reaches over the table."),
    ], outputs: ["sound"],
    rates: [.audio, .control])

  public static let thunk: UnitThunk = { run($0, $1, $2, $3) }
  public static let startThunk: UnitThunk? = { runStart($0, $1, $2, $3) }

  private var input: GlidingInput

  public init(_ preparation: UnitPreparation) {
    input = GlidingInput(preparation, 1)
  }

  public mutating func start(_ context: UnsafePointer<RenderContext>, _ wires: Wires) {
    input.start(wires)
    process(context, wires, 1)
  }

  public mutating func process(_ context: UnsafePointer<RenderContext>, _ wires: Wires, _ frames: Int) {
    let output = wires[2]
    guard let table = BufferTable(context, wires[0].pointee), table.count > 1 else {
      clear(output, frames)
      return
    }
    let signal = input.operand(context, wires, frames, slot: 0)
    let middle = Float(Double(table.count) * 0.25)
    let highest = Float(Double(table.pairs) - 0.001)
    var frame = 0
    while frame < frames {
      let place = Bounds.clamp(middle + signal[frame] * middle, 0, highest)
      let index = Int(place)
      output[frame] = table.samples[2 &* index] + table.samples[2 &* index &+ 1] * (place - Float(index &- 1))
      frame &+= 1
    }
  }
}
