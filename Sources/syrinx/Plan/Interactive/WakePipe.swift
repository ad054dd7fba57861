import Foundation

/// Wakes a thread that polls files.
final class WakePipe: Sendable {
  let readEnd: Int32
  private let writeEnd: Int32

  /// Nil if the process may open no more files.
  init?() {
    var ends: [Int32] = [0, 0]
    guard pipe(&ends) == 0 else { return nil }
    for end in ends {
      _ = fcntl(end, F_SETFL, O_NONBLOCK)
      _ = fcntl(end, F_SETFD, FD_CLOEXEC)
    }
    (readEnd, writeEnd) = (ends[0], ends[1])
  }

  deinit {
    Foundation.close(readEnd)
    Foundation.close(writeEnd)
  }

  /// From any thread; never waits.
  func wake() {
    var byte: UInt8 = 0
    _ = Foundation.write(writeEnd, &byte, 1)
  }

  /// Forgets all wakes so far.
  func clear() {
    var bytes = [UInt8](repeating: 0, count: 64)
    while Foundation.read(readEnd, &bytes, bytes.count) > 0 {}
  }
}
