import RealTime

/// A grain of what comes in just then.
struct InputGrain: GrainVoice {
  private let isAudio: Bool

  @inline(__always)
  init(isAudio: Bool) { self.isAudio = isAudio }

  @inline(__always)
  mutating func play(
    _ context: UnsafePointer<RenderContext>, _ wires: Wires, at frame: Int, frames: Int,
    into sound: UnsafeMutablePointer<Float>
  ) -> Bool {
    let signal = wires[2]
    if isAudio {
      AudioBus.copy(signal + frame, to: sound, frames)
    } else {
      fill(sound, with: signal.pointee, frames)
    }
    return true
  }
}
