public import RealTime

/// The first index of a buffer at which a value stands, or −1.
public struct DetectIndex: UnitGenerator {
  public static let specification = UnitSpecification(
    "DetectIndex", "The first index of a buffer at which a value stands, or −1.",
    inputs: [
      .init("bufnum", "The buffer's number.", range: 0...16_777_215, rates: [.scalar, .control]),
      .init("in", "The value."),
    ], outputs: ["value"],
    rates: [.audio, .control, .scalar])

  public static let thunk: UnitThunk = { run($0, $1, $2, $3) }
  public static let startThunk: UnitThunk? = { runStart($0, $1, $2, $3) }

  private let inputs: UnitInputs
  private var last: Float = .nan
  private var place: Float = -1

  public init(_ preparation: UnitPreparation) { inputs = UnitInputs(preparation) }

  public mutating func start(_ context: UnsafePointer<RenderContext>, _ wires: Wires) { process(context, wires, 1) }

  public mutating func process(_ context: UnsafePointer<RenderContext>, _ wires: Wires, _ frames: Int) {
    let output = wires[2]
    guard let table = BufferTable(context, wires[0].pointee) else {
      clear(output, frames)
      return
    }
    let index = inputs.signal(wires, 1)
    let count = inputs.isAudio(1) ? frames : 1
    var frame = 0
    while frame < count {
      let value = index[frame]
      if value != last {
        place = first(of: value, in: table)
        last = value
      }
      output[frame] = place
      frame &+= 1
    }
    if count < frames { fill(output, with: place, frames) }
  }

  @inline(__always)
  private func first(of value: Float, in table: BufferTable) -> Float {
    var index = 0
    while index < table.count {
      if table.samples[index] == value { return Float(index) }
      index += 1
    }
    return -1
  }
}
