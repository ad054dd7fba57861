import CRealTime
import RealTime

/// What a delay knows.
struct DelayState: BitwiseCopyable {
  let sampleRate: Float
  let isAudio: Bool
  let isStill: Bool
  let blockFrames: Int
  var memory: UnsafeMutablePointer<Float>?
  var mask = 0
  var place = 0
  var frames: Float = 1
  var seconds: Float = 0
  var decay: Float = 0
  var feedback: Float = 0
  /// Whether it delays by nothing, for ever.
  var isPassing = false

  init(_ preparation: UnitPreparation) {
    sampleRate = Float(preparation.valuesPerSecond)
    let rate = preparation.inputRates.count > 2 ? preparation.inputRates[2] : .scalar
    isAudio = rate == .audio && preparation.rate == .audio
    isStill = rate == .scalar
    blockFrames = preparation.rate == .audio ? RenderContext.blockFrames : 1
  }

  @inline(__always)
  mutating func allocate(_ context: UnsafePointer<RenderContext>, _ seconds: Float) {
    let needed = FrameCount.whole(syrinx_ceil(Double(seconds) * Double(sampleRate) + 1), atLeast: 0) + blockFrames
    var size = 1
    while size < needed { size &*= 2 }
    memory = context.pointee.allocate(floats: size)
    mask = size - 1
  }

  /// A time in frames, no longer than the memory.
  @inline(__always)
  func clipped(_ seconds: Float, _ shortest: Float, _ line: DelayMemoryLine) -> Float {
    // A buffer's last place is not used.
    let longest = Float(memory == nil ? line.mask : line.mask + 1)
    return Bounds.clamp(seconds * sampleRate, shortest, longest > shortest ? longest : shortest)
  }

  /// What is fed back, so that it dies away by 60 dB in the decay's time; negative for a negative one.
  @inline(__always)
  static func feedback(_ delay: Float, _ decay: Float) -> Float {
    if delay == 0 || decay == 0 { return 0 }
    let magnitude = Float(syrinx_exp(-6.907_755_278_982_137 * Double(delay) / Double(decay.magnitude)))
    return decay < 0 ? -magnitude : magnitude
  }
}
