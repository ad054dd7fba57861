import Foundation
import OSC
import RealTime
import StemProtocol

/// The clocks of a live server. The wall clock is read anew for every bundle, so a clock that was set, or a machine that
/// slept, makes nothing late.
enum WallClock {
  static let timebase = StemTimebase(
    hostNanoseconds: { _ in Int64(bitPattern: MonotonicClock.nanoseconds) }, wallClock: { _ in now })

  static var now: OSCTimeTag {
    var time = timespec()
    clock_gettime(CLOCK_REALTIME, &time)
    let seconds = UInt32(truncatingIfNeeded: Int64(time.tv_sec) + 2_208_988_800)
    let fraction = UInt32(truncatingIfNeeded: (UInt64(time.tv_nsec) << 32) / 1_000_000_000)
    return OSCTimeTag(seconds: seconds, fraction: fraction)
  }
}
