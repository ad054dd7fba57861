import CEbur128

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// Measures how loud sound is, by EBU R 128 and ITU-R BS.1770-4, in LUFS.
///
/// A mono meter counts its channel on both sides, as a stem sounds; two channels are left and right.
///
/// - Thread: any, one at a time; never the audio thread (it allocates as it goes).
public final class LoudnessMeter: @unchecked Sendable {
  // Unchecked: libebur128 has no thread of its own; the owner calls from one thread at a time.

  /// What a meter can tell; each costs time.
  public struct Scope: OptionSet, Sendable {
    public let rawValue: Int32

    public init(rawValue: Int32) { self.rawValue = rawValue }

    /// Of the last 0.4 seconds.
    public static let momentary = Scope(rawValue: Int32(EBUR128_MODE_M.rawValue))
    /// Of the last three seconds.
    public static let shortTerm = Scope(rawValue: Int32(EBUR128_MODE_S.rawValue))
    /// Of all that was added, gated.
    public static let integrated = Scope(rawValue: Int32(EBUR128_MODE_I.rawValue | EBUR128_MODE_HISTOGRAM.rawValue))
    public static let range = Scope(rawValue: Int32(EBUR128_MODE_LRA.rawValue | EBUR128_MODE_HISTOGRAM.rawValue))
    public static let truePeak = Scope(rawValue: Int32(EBUR128_MODE_TRUE_PEAK.rawValue))
  }

  public let channels: Int
  private var state: UnsafeMutablePointer<ebur128_state>?

  /// Nil when libebur128 does not take such channels (1 or 2) or such a rate (in hertz, 16 to 2,822,400).
  public init?(channels: Int, sampleRate: Double, scope: Scope = .integrated) {
    guard (1...2).contains(channels), let hertz = UInt(exactly: sampleRate.rounded()),
      let state = ebur128_init(UInt32(channels), hertz, scope.rawValue)
    else { return nil }
    self.channels = channels
    self.state = state
    if channels == 1 { ebur128_set_channel(state, 0, Int32(EBUR128_DUAL_MONO.rawValue)) }
  }

  deinit { ebur128_destroy(&state) }

  /// Interleaved.
  public func add(_ samples: UnsafePointer<Float>, frames: Int) { ebur128_add_frames_float(state, samples, frames) }

  /// Interleaved; 32768 is full scale.
  public func add(_ samples: UnsafePointer<Int16>, frames: Int) { ebur128_add_frames_short(state, samples, frames) }

  /// Nil when nothing was loud enough to count (the gate is at −70 LUFS), or too short (0.4 seconds).
  public var integrated: Double? { value(ebur128_loudness_global) }

  public var momentary: Double? { value(ebur128_loudness_momentary) }

  public var shortTerm: Double? { value(ebur128_loudness_shortterm) }

  /// In LU.
  public var range: Double? { value(ebur128_loudness_range) }

  /// The highest so far of all channels, in dBTP.
  public var truePeak: Double? { highestPeak(ebur128_true_peak) }

  /// The highest in what was added last, in dBTP.
  public var latestTruePeak: Double? { highestPeak(ebur128_prev_true_peak) }

  private func value(
    _ query: (UnsafeMutablePointer<ebur128_state>?, UnsafeMutablePointer<Double>?) -> Int32
  ) -> Double? {
    var value = 0.0
    guard query(state, &value) == EBUR128_SUCCESS.rawValue, value.isFinite else { return nil }
    return value
  }

  private func highestPeak(
    _ query: (UnsafeMutablePointer<ebur128_state>?, UInt32, UnsafeMutablePointer<Double>?) -> Int32
  ) -> Double? {
    var highest = 0.0
    for channel in 0..<channels {
      var value = 0.0
      guard query(state, UInt32(channel), &value) == EBUR128_SUCCESS.rawValue else { return nil }
      highest = max(highest, value)
    }
    return highest > 0 ? 20 * log10(highest) : nil
  }
}
