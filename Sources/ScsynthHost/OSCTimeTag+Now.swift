import Foundation
import OSC

extension OSCTimeTag {
  /// The wall clock's time.
  static var now: OSCTimeTag {
    var time = timespec()
    clock_gettime(CLOCK_REALTIME, &time)
    let seconds = UInt32(truncatingIfNeeded: Int64(time.tv_sec) + 2_208_988_800)
    let fraction = UInt32(truncatingIfNeeded: (UInt64(time.tv_nsec) << 32) / 1_000_000_000)
    return OSCTimeTag(seconds: seconds, fraction: fraction)
  }
}
