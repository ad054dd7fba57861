import CRealTime

/// Which frame sounds at which monotonic time: a delay-locked loop over the times of the device's calls, whose jitter it
/// evens out.
///
/// - Source: F. Adriaensen, "Using a DLL to filter time", Linux Audio Conference 2005.
struct HostClock {
  /// In hertz: slow enough to lose the jitter, quick enough to follow a device's drift.
  private static let bandwidth = 0.2
  /// Calls that are seconds apart would make the loop swing ever further.
  private static let highestOmega = 0.5
  /// A call that is off by more than this is a stall or a sleep: the loop starts anew.
  private static let resetNanoseconds = 50_000_000.0

  private var frame: Int64 = 0
  private var nanoseconds = 0.0
  private(set) var nanosecondsPerFrame: Double
  private let nominal: Double
  private var isSet = false

  init(sampleRate: Double) {
    nominal = 1e9 / sampleRate
    nanosecondsPerFrame = nominal
  }

  /// The device asks for frames from `frame` on at `hostNanoseconds`.
  mutating func update(frame newFrame: Int64, hostNanoseconds: UInt64) {
    let measured = Double(hostNanoseconds)
    let passed = Double(newFrame &- frame)
    let expected = nanoseconds + passed * nanosecondsPerFrame
    let error = measured - expected
    frame = newFrame
    guard isSet, error.magnitude < Self.resetNanoseconds else {
      isSet = true
      nanoseconds = measured
      nanosecondsPerFrame = nominal
      return
    }
    guard passed > 0 else { return }
    let omega = min(2 * Double.pi * Self.bandwidth * passed * nominal * 1e-9, Self.highestOmega)
    nanoseconds = expected + 1.414_213_562_373_095_1 * omega * error
    nanosecondsPerFrame += omega * omega * error / passed
  }

  /// The frame, counted from the engine's start, that belongs to a monotonic time.
  func frame(atNanoseconds time: Int64) -> Int64 { place(atNanoseconds: time).frame }

  /// The frame, and the part of a frame that is left behind it, counted from half a frame before it, as scsynth counts.
  func place(atNanoseconds time: Int64) -> (frame: Int64, fraction: Float) {
    let frames = (Double(time) - nanoseconds) / nanosecondsPerFrame + 0.5
    guard frames > -9e15 && frames < 9e15 else { return (frames > 0 ? Int64.max / 2 : 0, 0) }
    let whole = syrinx_floor(frames)
    return (frame &+ Int64(whole), Float(frames - whole))
  }
}
