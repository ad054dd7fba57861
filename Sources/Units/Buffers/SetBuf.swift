public import RealTime

/// Writes values into a buffer, once, when its synth starts.
public struct SetBuf: UnitGenerator {
  public static let specification = UnitSpecification(
    "SetBuf", "Writes values into a buffer, once, when its synth starts.",
    inputs: [
      .init("buf", "The buffer's number.", rates: [.scalar, .control]),
      .init("offset", "The index of the first value.", range: 0...16_777_216, rates: [.scalar, .control]),
      .init("size", "How many values follow.", range: 0...16_777_216, rates: [.scalar]),
      .init("values", "The values."),
    ], lastInputRepeats: true, outputs: ["zero"], rates: [.scalar])

  public static let thunk: UnitThunk = { run($0, $1, $2, $3) }
  public static let startThunk: UnitThunk? = { runStart($0, $1, $2, $3) }

  private let inputCount: Int

  public init(_ preparation: UnitPreparation) { inputCount = preparation.inputRates.count }

  public mutating func start(_ context: UnsafePointer<RenderContext>, _ wires: Wires) {
    wires[inputCount].pointee = 0
    guard let table = BufferTable(meant: wires[0].pointee, context) else { return }
    let offset = Int(Int32(processorTruncating: wires[1].pointee))
    let count = FrameCount.whole(Double(wires[2].pointee), atLeast: 0)
    let given = inputCount &- 3
    var index = 0
    while index < count && index < given {
      let place = offset &+ index
      if place >= 0 && place < table.count { table.samples[place] = wires[3 &+ index].pointee }
      index &+= 1
    }
  }

  public mutating func process(_ context: UnsafePointer<RenderContext>, _ wires: Wires, _ frames: Int) {}
}
