public import RealTime

/// Noise whose power falls by 6 dB an octave: a random walk between −1 and 1.
public struct BrownNoise: UnitGenerator {
  public static let specification = UnitSpecification(
    "BrownNoise", "Noise whose power falls by 6 dB an octave.", inputs: [], outputs: ["noise"],
    rates: [.audio, .control])

  public static let thunk: UnitThunk = { run($0, $1, $2, $3) }
  public static let startThunk: UnitThunk? = { runStart($0, $1, $2, $3) }

  private let leaps = RandomLeaps()
  private var level: Float = 0

  public init(_ preparation: UnitPreparation) {}

  public mutating func start(_ context: UnsafePointer<RenderContext>, _ wires: Wires) {
    level = context.pointee.random.pointee.bipolar()
    wires[0].pointee = level
  }

  public mutating func process(_ context: UnsafePointer<RenderContext>, _ wires: Wires, _ frames: Int) {
    let output = wires[0]
    var random = context.pointee.random.pointee
    var level = level
    defer { self.level = level }
    if frames == RenderContext.blockFrames {
      leaps.draw(&random) { frame, numbers in
        let steps = Lanes(bipolar: numbers) * 0.125
        for lane in 0..<8 {
          level = Self.next(level, steps[lane])
          output[frame &+ lane] = level
        }
      }
      context.pointee.random.pointee = random
      return
    }
    var frame = 0
    while frame < frames {
      // A step in −0.125..<0.125.
      level = Self.next(level, Float(bitPattern: 0x3E80_0000 | random.next() &>> 9) - 0.375)
      output[frame] = level
      frame &+= 1
    }
    context.pointee.random.pointee = random
  }

  /// A step farther, reflected at −1 and 1.
  @inline(__always)
  private static func next(_ level: Float, _ step: Float) -> Float {
    let there = level + step
    let below = there > 1 ? 2 - there : there
    return there < -1 ? -2 - there : below
  }
}
