/// What the inputs of a FreeVerb set.
struct FreeVerbSettings {
  static let inputGain: Float = 0.015

  private let wet: Float
  let feedback: Float
  let damping: Float

  @inline(__always)
  init(mix: Float, room: Float, damp: Float) {
    wet = Bounds.clamp(mix, 0, 1)
    feedback = 0.7 + 0.28 * Bounds.clamp(room, 0, 1)
    damping = 0.4 * Bounds.clamp(damp, 0, 1)
  }

  @inline(__always)
  func mix(
    _ signal: InputSignal, _ reverb: UnsafeMutablePointer<Float>, into output: UnsafeMutablePointer<Float>,
    _ frames: Int
  ) {
    var frame = 0
    while frame < frames {
      let dry = signal.lanes(frame) * (1 - wet)
      multiplyAdd(Lanes(loading: reverb + frame), Lanes(repeating: wet), dry).store(to: output + frame)
      frame &+= 8
    }
  }
}
