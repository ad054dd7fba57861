public import RealTime

/// A sine whose phase is moved by its own last value.
public struct SinOscFB: UnitGenerator {
  public static let specification = UnitSpecification(
    "SinOscFB", "A sine whose phase is moved by its own last value.",
    inputs: [
      .init("freq", "Pitch.", range: -192_000...192_000, measure: "hertz", standard: 440, rates: [.scalar, .control]),
      .init("feedback", "How far it moves it.", measure: "radians", rates: [.scalar, .control]),
    ], outputs: ["sine"],
    rates: [.audio, .control])

  public static let thunk: UnitThunk = { run($0, $1, $2, $3) }
  public static let startThunk: UnitThunk? = { runStart($0, $1, $2, $3) }

  private let table: UnsafeMutablePointer<Float>
  private let perHertz: Double
  private var position: Int32 = 0
  private var last: Float = 0
  private var feedback: Float = 0

  public init(_ preparation: UnitPreparation) {
    table = WaveTables.sinePairs
    perHertz = Double(WaveTables.count) * 65_536 * (1 / preparation.valuesPerSecond)
  }

  public mutating func start(_ context: UnsafePointer<RenderContext>, _ wires: Wires) {
    feedback = Float(Double(wires[1].pointee) * Self.perRadian)
    process(context, wires, 1)
    position = 0
    last = 0
  }

  public mutating func process(_ context: UnsafePointer<RenderContext>, _ wires: Wires, _ frames: Int) {
    let output = wires[2]
    let target = Float(Double(wires[1].pointee) * Self.perRadian)
    let slope = (target - feedback) / Float(frames)
    let step = Int32(processorTruncating: perHertz * Double(wires[0].pointee))
    var frame = 0
    while frame < frames {
      let shift = Int32(processorTruncating: feedback * last)
      last = TablePosition.pair(table, position &+ shift, mask: WaveTables.count &- 1)
      output[frame] = last
      position = position &+ step
      feedback += slope
      frame &+= 1
    }
  }

  private static let perRadian = 85_445_659.447_053_95
}
