public import RealTime

/// Three oscillators whose wavetable fades between neighbouring buffers.
public struct VOsc3: UnitGenerator {
  public static let specification = UnitSpecification(
    "VOsc3", "Three oscillators whose wavetable fades between neighbouring buffers.",
    inputs: [
      .init(
        "bufpos", "The place among the buffers: the number of the one below, and the part of the way to the next.",
        range: 0...16_777_215, rates: [.scalar, .control]),
      .init(
        "freq1", "Pitch of the first.", range: -192_000...192_000, measure: "hertz", standard: 110,
        rates: [.scalar, .control]),
      .init(
        "freq2", "Pitch of the second.", range: -192_000...192_000, measure: "hertz", standard: 220,
        rates: [.scalar, .control]),
      .init(
        "freq3", "Pitch of the third.", range: -192_000...192_000, measure: "hertz", standard: 440,
        rates: [.scalar, .control]),
    ], outputs: ["sound"],
    rates: [.audio, .control])

  public static let thunk: UnitThunk = { run($0, $1, $2, $3) }
  public static let startThunk: UnitThunk? = { runStart($0, $1, $2, $3) }

  private let period: Double
  private var crossing = TableCrossing()
  private var positions = SIMD4<Int32>()

  public init(_ preparation: UnitPreparation) { period = 1 / preparation.valuesPerSecond }

  public mutating func start(_ context: UnsafePointer<RenderContext>, _ wires: Wires) {
    crossing.start(context, wires[0].pointee)
    let atFirst = self
    process(context, wires, 1)
    self = atFirst
  }

  public mutating func process(_ context: UnsafePointer<RenderContext>, _ wires: Wires, _ frames: Int) {
    let output = wires[4]
    let mask = crossing.pairs &- 1
    let perHertz = Double(crossing.pairs) * period * 65_536
    let steps = SIMD4(
      Int32(processorTruncating: perHertz * Double(wires[1].pointee)),
      Int32(processorTruncating: perHertz * Double(wires[2].pointee)),
      Int32(processorTruncating: perHertz * Double(wires[3].pointee)), 0)
    var now = positions
    let isWhole = crossing.render(context, to: wires[0].pointee, frames) { low, high, share, slope, range in
      var share = share
      var frame = range.lowerBound
      while frame < range.upperBound {
        let first =
          TablePosition.pair(low, now[0], mask: mask) + TablePosition.pair(low, now[1], mask: mask)
          + TablePosition.pair(low, now[2], mask: mask)
        let second =
          TablePosition.pair(high, now[0], mask: mask) + TablePosition.pair(high, now[1], mask: mask)
          + TablePosition.pair(high, now[2], mask: mask)
        output[frame] = first + share * (second - first)
        now = now &+ steps
        share += slope
        frame &+= 1
      }
    }
    positions = now
    if !isWhole { clear(output, frames) }
  }
}
