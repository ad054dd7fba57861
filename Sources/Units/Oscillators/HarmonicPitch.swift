import RealTime

/// How many overtones of a pitch fit below half the sample rate, and how it moves; when the number changes, the sum fades
/// from the old to the new one over a block.
struct HarmonicPitch: BitwiseCopyable {
  private let perHertz: Double
  private let limit: Double
  private var frequency: Float = 0
  private(set) var count: Int32 = 1
  private(set) var scale: Float = 0.5

  /// What holds for a block.
  struct Block {
    var step: Int32
    var factor: Int32
    var scale: Float
    var lastFactor: Int32
    var lastScale: Float
    var fades: Bool
  }

  init(_ preparation: UnitPreparation) {
    perHertz = HarmonicSum.perHertz(preparation)
    limit = preparation.valuesPerSecond * 0.5
  }

  mutating func start(_ frequency: Float) {
    self.frequency = frequency
    setCount(Int32(processorTruncating: limit / Double(frequency)))
  }

  @inline(__always)
  private mutating func setCount(_ value: Int32) {
    count = value
    // Above half the sample rate there is nothing to add up.
    scale = value == 0 ? 0 : Float(0.5 / Double(value))
  }

  @inline(__always)
  mutating func next(_ frequency: Float) -> Block {
    let (lastCount, lastScale) = (count, scale)
    var pitch = frequency
    if frequency != self.frequency {
      let wanted = Int32(processorTruncating: limit / Double(frequency))
      if wanted != count { pitch = self.frequency > frequency ? self.frequency : frequency }
      setCount(wanted)
      self.frequency = frequency
    }
    return Block(
      step: Int32(processorTruncating: perHertz * Double(pitch)), factor: 2 &* count &+ 1, scale: scale,
      lastFactor: 2 &* lastCount &+ 1, lastScale: lastScale, fades: count != lastCount)
  }
}
