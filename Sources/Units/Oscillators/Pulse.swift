public import RealTime

/// A pulse wave without aliases.
public struct Pulse: UnitGenerator {
  public static let specification = UnitSpecification(
    "Pulse", "A pulse wave without aliases.",
    inputs: [
      .init("freq", "Pitch.", range: -192_000...192_000, measure: "hertz", standard: 440, rates: [.scalar, .control]),
      .init(
        "width", "The part of the period for which it is high.", range: 0...1, standard: 0.5,
        rates: [.scalar, .control]),
    ], outputs: ["wave"],
    rates: [.audio, .control])

  public static let thunk: UnitThunk = { run($0, $1, $2, $3) }
  public static let startThunk: UnitThunk? = { runStart($0, $1, $2, $3) }

  private let sum = HarmonicSum()
  private var pitch: HarmonicPitch
  private var position: Int32 = 0
  private var offset: Int32 = 0
  private var integrator = LeakyIntegrator(level: 0)

  public init(_ preparation: UnitPreparation) { pitch = HarmonicPitch(preparation) }

  public mutating func start(_ context: UnsafePointer<RenderContext>, _ wires: Wires) {
    pitch.start(wires[0].pointee)
    process(context, wires, 1)
    position = 0
    offset = 0
    integrator.level = 0
  }

  /// First the differences, then what they add up to: two loops, so that neither takes the other's vectors apart.
  public mutating func process(_ context: UnsafePointer<RenderContext>, _ wires: Wires, _ frames: Int) {
    let output = wires[2]
    let block = pitch.next(wires[0].pointee)
    let target = Int32(processorTruncating: wires[1].pointee * 268_435_456)
    let secondStep = block.step &+ Int32(processorTruncating: Double(target &- offset) / Double(frames))
    let slope = 1 / Float(frames)
    var positions = SIMD8<Int32>(0, 1, 2, 3, 4, 5, 6, 7) &* block.step &+ position
    var seconds = SIMD8<Int32>(0, 1, 2, 3, 4, 5, 6, 7) &* secondStep &+ (position &+ offset)
    var frame = 0
    while frame < frames {
      var values = difference(positions, seconds, block.factor, block.scale)
      if block.fades {
        let last = difference(positions, seconds, block.lastFactor, block.lastScale)
        values = last + (Lanes.ascending + Float(frame)) * slope * (values - last)
      }
      values.store(to: output + frame)
      positions = positions &+ (block.step &* 8)
      seconds = seconds &+ (secondStep &* 8)
      frame &+= 8
    }
    position = position &+ (block.step &* Int32(truncatingIfNeeded: frames))
    offset = target
    integrator.integrate(output, frames)
  }

  /// What the sums at two positions differ by.
  @inline(__always)
  private func difference(
    _ positions: SIMD8<Int32>, _ seconds: SIMD8<Int32>, _ factor: Int32, _ scale: Float
  ) -> Lanes {
    let peak = HarmonicSum.peak(scale)
    return (sum.quotients(positions, factor, peak: peak) - sum.quotients(seconds, factor, peak: peak)) * scale
  }
}
