public import RealTime

/// An oscillator whose wavetable fades between neighbouring buffers.
public struct VOsc: UnitGenerator {
  public static let specification = UnitSpecification(
    "VOsc", "An oscillator whose wavetable fades between neighbouring buffers.",
    inputs: [
      .init(
        "bufpos", "The place among the buffers: the number of the one below, and the part of the way to the next.",
        range: 0...16_777_215, rates: [.scalar, .control]),
      .init("freq", "Pitch.", range: -192_000...192_000, measure: "hertz", standard: 440, rates: [.scalar, .control]),
      .init("phase", "Offset of the phase.", measure: "radians"),
    ], outputs: ["sound"],
    rates: [.audio, .control])

  public static let thunk: UnitThunk = { run($0, $1, $2, $3) }
  public static let startThunk: UnitThunk? = { runStart($0, $1, $2, $3) }

  private let isPhaseAudio: Bool
  private let period: Double
  private var crossing = TableCrossing()
  private var position: Int32 = 0
  private var phase: Float = 0

  public init(_ preparation: UnitPreparation) {
    isPhaseAudio = preparation.inputRates.last == .audio
    period = 1 / preparation.valuesPerSecond
  }

  public mutating func start(_ context: UnsafePointer<RenderContext>, _ wires: Wires) {
    crossing.start(context, wires[0].pointee)
    phase = wires[2].pointee
    if !isPhaseAudio { position = Int32(processorTruncating: Double(phase) * perRadian) }
    let atFirst = self
    process(context, wires, 1)
    self = atFirst
  }

  public mutating func process(_ context: UnsafePointer<RenderContext>, _ wires: Wires, _ frames: Int) {
    let output = wires[3]
    let offset = wires[2]
    let mask = crossing.pairs &- 1
    var step = Int32(processorTruncating: Double(crossing.pairs) * period * 65_536 * Double(wires[1].pointee))
    if !isPhaseAudio {
      step = step &+ Int32(processorTruncating: Double((offset.pointee - phase) / Float(frames)) * perRadian)
      phase = offset.pointee
    }
    let radian = perRadian
    let isPhaseAudio = isPhaseAudio
    var now = position
    let isWhole = crossing.render(context, to: wires[0].pointee, frames) { low, high, share, slope, range in
      var share = share
      var frame = range.lowerBound
      while frame < range.upperBound {
        let shift = isPhaseAudio ? Int32(processorTruncating: Double(offset[frame]) * radian) : 0
        let first = TablePosition.pair(low, now &+ shift, mask: mask)
        output[frame] = first + share * (TablePosition.pair(high, now &+ shift, mask: mask) - first)
        now = now &+ step
        share += slope
        frame &+= 1
      }
    }
    position = now
    if !isWhole { clear(output, frames) }
  }

  @inline(__always) private var perRadian: Double { Double(crossing.pairs) * 10_430.378_350_470_453 }
}
