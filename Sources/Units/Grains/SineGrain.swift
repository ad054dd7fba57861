import RealTime

/// A grain of a sine, whose phase is a whole number of 2⁻²⁹ turns.
struct SineGrain: GrainVoice {
  let step: Int32
  var phase: Int32 = 0

  @inline(__always)
  func passage(_ context: UnsafePointer<RenderContext>, _ wires: Wires, at frame: Int, frames: Int) -> Int32? { phase }

  @inline(__always)
  func next(_ passage: inout Int32, frames: Int) -> Lanes {
    let phases = SIMD8<Int32>(0, 1, 2, 3, 4, 5, 6, 7) &* step &+ passage
    passage = passage &+ (step &* Int32(truncatingIfNeeded: frames))
    return sine(phases: phases)
  }

  @inline(__always)
  mutating func end(_ passage: Int32) { phase = passage }
}
