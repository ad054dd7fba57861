public import RealTime

/// A sawtooth without aliases.
public struct Saw: UnitGenerator {
  public static let specification = UnitSpecification(
    "Saw", "A sawtooth without aliases.",
    inputs: [
      .init("freq", "Pitch.", range: -192_000...192_000, measure: "hertz", standard: 440, rates: [.scalar, .control])
    ], outputs: ["wave"],
    rates: [.audio, .control])

  public static let thunk: UnitThunk = { run($0, $1, $2, $3) }
  public static let startThunk: UnitThunk? = { runStart($0, $1, $2, $3) }

  private let sum = HarmonicSum()
  private var pitch: HarmonicPitch
  private var position: Int32 = 0
  private var integrator = LeakyIntegrator(level: -0.46)

  public init(_ preparation: UnitPreparation) { pitch = HarmonicPitch(preparation) }

  public mutating func start(_ context: UnsafePointer<RenderContext>, _ wires: Wires) {
    pitch.start(wires[0].pointee)
    process(context, wires, 1)
    position = 0
    integrator.level = -0.46
  }

  /// First the sums, then what they add up to: two loops, so that neither takes the other's vectors apart.
  public mutating func process(_ context: UnsafePointer<RenderContext>, _ wires: Wires, _ frames: Int) {
    let output = wires[1]
    let block = pitch.next(wires[0].pointee)
    var positions = SIMD8<Int32>(0, 1, 2, 3, 4, 5, 6, 7) &* block.step &+ position
    let slope = 1 / Float(frames)
    var frame = 0
    while frame < frames {
      var values = sum.values(positions, block.factor, block.scale)
      if block.fades {
        let last = sum.values(positions, block.lastFactor, block.lastScale)
        values = last + (Lanes.ascending + Float(frame)) * slope * (values - last)
      }
      values.store(to: output + frame)
      positions = positions &+ (block.step &* 8)
      frame &+= 8
    }
    position = position &+ (block.step &* Int32(truncatingIfNeeded: frames))
    integrator.integrate(output, frames)
  }
}
