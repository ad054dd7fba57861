#if os(Linux)
import Glibc

// Plain numbers with plain beginnings: whatever needs to be made first could itself allocate.
private nonisolated(unsafe) var watchedThread: pthread_t = 0
private nonisolated(unsafe) var allocationCount = 0
private nonisolated(unsafe) var freeCount = 0

/// Calls of the allocator on one thread.
///
/// - Thread: begun and ended on the thread that is watched.
enum Census {
  struct Count {
    var allocations: Int
    var frees: Int
  }

  @inline(__always)
  static func noteAllocation() {
    if watchedThread != 0 && pthread_equal(watchedThread, pthread_self()) != 0 { allocationCount &+= 1 }
  }

  @inline(__always)
  static func noteFree() {
    if watchedThread != 0 && pthread_equal(watchedThread, pthread_self()) != 0 { freeCount &+= 1 }
  }

  /// Watches the calling thread from here on.
  static func begin() {
    allocationCount = 0
    freeCount = 0
    watchedThread = pthread_self()
  }

  /// Watches the calling thread from here to `pause`, and counts on.
  @inline(__always)
  static func resume() { watchedThread = pthread_self() }

  @inline(__always)
  static func pause() { watchedThread = 0 }

  static var now: Count { Count(allocations: allocationCount, frees: freeCount) }

  static func end() -> Count {
    watchedThread = 0
    return now
  }
}
#endif
