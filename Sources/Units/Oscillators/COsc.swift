public import RealTime

/// Two oscillators of one wavetable, slightly out of tune.
public struct COsc: UnitGenerator {
  public static let specification = UnitSpecification(
    "COsc", "Two oscillators of one wavetable, slightly out of tune.",
    inputs: [
      .init("bufnum", "The buffer's number: a wavetable.", range: 0...16_777_215, rates: [.scalar, .control]),
      .init("freq", "Pitch.", range: -192_000...192_000, measure: "hertz", standard: 440, rates: [.scalar, .control]),
      .init(
        "beats", "How many beats in a second.", range: 0...192_000, measure: "hertz", standard: 0.5,
        rates: [.scalar, .control]),
    ], outputs: ["sound"],
    rates: [.audio, .control])

  public static let thunk: UnitThunk = { run($0, $1, $2, $3) }
  public static let startThunk: UnitThunk? = { runStart($0, $1, $2, $3) }

  private let period: Double
  private var first: Int32 = 0
  private var second: Int32 = 0

  public init(_ preparation: UnitPreparation) { period = 1 / preparation.valuesPerSecond }

  public mutating func start(_ context: UnsafePointer<RenderContext>, _ wires: Wires) {
    process(context, wires, 1)
    first = 0
    second = 0
  }

  public mutating func process(_ context: UnsafePointer<RenderContext>, _ wires: Wires, _ frames: Int) {
    let output = wires[3]
    guard let table = BufferTable(context, wires[0].pointee), table.isPeriod, table.count > 1 else {
      clear(output, frames)
      return
    }
    let perHertz = Double(table.pairs) * period * 65_536
    let mask = table.pairs &- 1
    let step = Int32(processorTruncating: perHertz * Double(wires[1].pointee))
    let beat = Int32(processorTruncating: perHertz * Double(wires[2].pointee * 0.5))
    var frame = 0
    while frame < frames {
      output[frame] =
        TablePosition.pair(table.samples, first, mask: mask) + TablePosition.pair(table.samples, second, mask: mask)
      first = first &+ step &+ beat
      second = second &+ step &- beat
      frame &+= 1
    }
  }
}
