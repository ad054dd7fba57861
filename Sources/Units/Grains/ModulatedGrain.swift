import RealTime

/// A grain of a sine whose frequency another sine modulates.
struct ModulatedGrain: GrainVoice {
  /// In hertz.
  let carrier: Float
  /// In hertz.
  let deviation: Float
  /// Of the modulator's phase.
  let step: Int32
  /// 2⁻²⁹ turns in a frame at one hertz.
  let perHertz: Double
  private var phase: Int32 = 0
  private var modulatorPhase: Int32 = 0

  @inline(__always)
  init(carrier: Float, deviation: Float, step: Int32, perHertz: Double) {
    self.carrier = carrier
    self.deviation = deviation
    self.step = step
    self.perHertz = perHertz
  }

  @inline(__always)
  mutating func play(
    _ context: UnsafePointer<RenderContext>, _ wires: Wires, at frame: Int, frames: Int,
    into sound: UnsafeMutablePointer<Float>
  ) -> Bool {
    var phases = SIMD8<Int32>(0, 1, 2, 3, 4, 5, 6, 7) &* step &+ modulatorPhase
    let stride = SIMD8<Int32>(repeating: step &* 8)
    var phase = phase
    var frame = 0
    while frame < frames {
      let hertz = multiplyAdd(sine(phases: phases), Lanes(repeating: deviation), Lanes(repeating: carrier))
      phases = phases &+ stride
      // Each frame's phase is the sum of all steps before it.
      let behind = SIMD8<Int32>(processorTruncating: hertz, by: perHertz).runningSum &+ phase
      var carriers = behind.movedByOne
      carriers[0] = phase
      sine(phases: carriers).store(to: sound + frame)
      let rest = frames &- frame
      phase = rest < 8 ? carriers[rest & 7] : behind[7]
      frame &+= 8
    }
    self.phase = phase
    modulatorPhase = modulatorPhase &+ step &* Int32(truncatingIfNeeded: frames)
    return true
  }
}
