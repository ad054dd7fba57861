import RealTime

/// A grain of a sine whose frequency another sine modulates.
struct ModulatedGrain: GrainVoice {
  struct Phases: BitwiseCopyable {
    var carrier: Int32 = 0
    var modulator: Int32 = 0
  }

  /// In hertz.
  let carrier: Float
  /// In hertz.
  let deviation: Float
  /// Of the modulator's phase.
  let step: Int32
  /// 2⁻²⁹ turns in a frame at one hertz.
  let perHertz: Double
  var phases = Phases()

  @inline(__always)
  func passage(_ context: UnsafePointer<RenderContext>, _ wires: Wires, at frame: Int, frames: Int) -> Phases? {
    phases
  }

  @inline(__always)
  func next(_ passage: inout Phases, frames: Int) -> Lanes {
    let positions = SIMD8<Int32>(0, 1, 2, 3, 4, 5, 6, 7) &* step &+ passage.modulator
    let hertz = sine(phases: positions) * deviation + carrier
    var carriers = SIMD8<Int32>.zero
    var phase = passage.carrier
    for lane in 0..<8 {
      carriers[lane] = phase
      if lane < frames { phase = phase &+ Int32(processorTruncating: perHertz * Double(hertz[lane])) }
    }
    passage.carrier = phase
    passage.modulator = passage.modulator &+ (step &* Int32(truncatingIfNeeded: frames))
    return sine(phases: carriers)
  }

  @inline(__always)
  mutating func end(_ passage: Phases) { phases = passage }
}
