import RealTime

/// A grain of a sine, whose phase is a whole number of 2⁻²⁹ turns.
struct SineGrain: GrainVoice {
  let step: Int32
  var phase: Int32 = 0

  @inline(__always)
  mutating func play(
    _ context: UnsafePointer<RenderContext>, _ wires: Wires, at frame: Int, frames: Int,
    into sound: UnsafeMutablePointer<Float>
  ) -> Bool {
    var phases = SIMD8<Int32>(0, 1, 2, 3, 4, 5, 6, 7) &* step &+ phase
    let stride = SIMD8<Int32>(repeating: step &* 8)
    var frame = 0
    while frame < frames {
      sine(phases: phases).store(to: sound + frame)
      phases = phases &+ stride
      frame &+= 8
    }
    phase = phase &+ step &* Int32(truncatingIfNeeded: frames)
    return true
  }
}
