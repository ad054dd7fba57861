public import RealTime

/// Random cubic curves whose rate may change at any moment.
public struct LFDNoise3: UnitGenerator {
  public static let specification = UnitSpecification(
    "LFDNoise3", "Random cubic curves whose rate may change at any moment.",
    inputs: [
      .init("freq", "How often it changes.", range: 0...192_000, measure: "hertz", standard: 500)
    ], outputs: ["noise"],
    rates: [.audio, .control])

  public static let thunk: UnitThunk = { run($0, $1, $2, $3) }
  public static let startThunk: UnitThunk? = { runStart($0, $1, $2, $3) }

  private var phase: NoisePhase
  private var points = SIMD4<Float>()

  public init(_ preparation: UnitPreparation) { phase = NoisePhase(preparation) }

  public mutating func start(_ context: UnsafePointer<RenderContext>, _ wires: Wires) {
    var random = context.pointee.random.pointee
    // At 0.8 the curve stays within −1…1 between the points, too.
    points = SIMD4(random.bipolar(), random.bipolar(), random.bipolar(), random.bipolar()) * 0.8
    context.pointee.random.pointee = random
    process(context, wires, 1)
  }

  public mutating func process(_ context: UnsafePointer<RenderContext>, _ wires: Wires, _ frames: Int) {
    let output = wires[1]
    var random = context.pointee.random.pointee
    var frame = 0
    while frame < frames {
      if phase.beginsExactly(wires[0], frame) {
        points = SIMD4(points[1], points[2], points[3], random.bipolar() * 0.8)
      }
      output[frame] = cubic(1 - phase.value, points[0], points[1], points[2], points[3])
      frame &+= 1
    }
    context.pointee.random.pointee = random
  }
}
