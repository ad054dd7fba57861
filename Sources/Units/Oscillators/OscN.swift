public import RealTime

/// A period of sound out of a buffer, played at a pitch without anything between its values.
public struct OscN: UnitGenerator {
  public static let specification = UnitSpecification(
    "OscN", "A period of sound out of a buffer, played at a pitch without anything between its values.",
    inputs: [
      .init("bufnum", "The buffer's number: a period of sound.", range: 0...16_777_215, rates: [.scalar, .control]),
      .init("freq", "Pitch.", range: -192_000...192_000, measure: "hertz", standard: 440),
      .init("phase", "Offset of the phase.", measure: "radians"),
    ], outputs: ["sound"],
    rates: [.audio, .control])

  public static let thunk: UnitThunk = { run($0, $1, $2, $3) }
  public static let startThunk: UnitThunk? = { runStart($0, $1, $2, $3) }

  private var oscillator: TableOscillator
  private let period: Double

  public init(_ preparation: UnitPreparation) {
    oscillator = TableOscillator(preparation, pitch: 1, phase: 2)
    period = 1 / preparation.valuesPerSecond
  }

  public mutating func start(_ context: UnsafePointer<RenderContext>, _ wires: Wires) {
    let table = BufferTable(context, wires[0].pointee)
    let size = Double(table.map { $0.count } ?? 0)
    oscillator.start(phase: wires[2].pointee, perRadian: size * Self.perRadian)
    let atFirst = oscillator
    process(context, wires, 1)
    oscillator = atFirst
  }

  public mutating func process(_ context: UnsafePointer<RenderContext>, _ wires: Wires, _ frames: Int) {
    let output = wires[3]
    guard let table = BufferTable(context, wires[0].pointee), table.isPeriod, table.count > 1 else {
      clear(output, frames)
      return
    }
    let size = Double(table.count)
    let mask = table.count &- 1
    oscillator.render(
      wires[1], wires[2], perHertz: size * period * 65_536, perRadian: size * Self.perRadian, output, frames
    ) { table.samples[Int($0 &>> 16) & mask] }
  }

  /// A radian, for a table of one value.
  private static let perRadian = 10_430.378_350_470_453
}
