import Foundation

/// Standard error, a whole line at a time.
enum LogSink {
  static func write(_ line: String) {
    // One call for one line: what several threads log does not mix.
    FileHandle.standardError.write(Data((line + "\n").utf8))
  }

  /// The time of day, to the millisecond.
  static func timeOfDay() -> String {
    var now = timespec()
    clock_gettime(CLOCK_REALTIME, &now)
    var parts = tm()
    var seconds = now.tv_sec
    localtime_r(&seconds, &parts)
    return pad(Int(parts.tm_hour), 2) + ":" + pad(Int(parts.tm_min), 2) + ":" + pad(Int(parts.tm_sec), 2) + "."
      + pad(Int(now.tv_nsec / 1_000_000), 3)
  }

  private static func pad(_ number: Int, _ width: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, width - digits.count)) + digits
  }
}
