import CRealTime

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// Waiting on the clock that never steps.
enum NullClock {
  /// The longest sleep between looks at the flag, in nanoseconds.
  private static let longestSleep: UInt64 = 50_000_000

  /// Sleeps until that time. False, at the latest 50 ms after `flag` was set.
  static func wait(until due: UInt64, unless flag: UnsafePointer<Int64>) -> Bool {
    while syrinx_load_acquire(flag) == 0 {
      let now = syrinx_monotonic_nanoseconds()
      if now >= due { return true }
      sleep(until: min(due, now + longestSleep), now: now)
    }
    return false
  }

  private static func sleep(until due: UInt64, now: UInt64) {
    #if os(Linux)
    var time = timespec(tv_sec: Int(due / 1_000_000_000), tv_nsec: Int(due % 1_000_000_000))
    clock_nanosleep(CLOCK_MONOTONIC, TIMER_ABSTIME, &time, nil)
    #else
    var time = timespec(tv_sec: Int((due - now) / 1_000_000_000), tv_nsec: Int((due - now) % 1_000_000_000))
    nanosleep(&time, nil)
    #endif
  }
}
