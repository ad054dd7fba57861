import Foundation

/// Keeps the program's memory out of the swap file.
enum MemoryLock {
  /// - Parameter tell: is told whether it could be done.
  static func lock(_ tell: (String) -> Void) {
    #if canImport(Glibc)
    var limit = rlimit()
    guard getrlimit(__rlimit_resource_t(__RLIMIT_MEMLOCK.rawValue), &limit) == 0, limit.rlim_cur == rlim_t.max else {
      tell("memory locking disabled due to resource limiting.")
      return
    }
    // Tables are address space of which little is used: pages are locked as they come.
    let isLocked = mlockall(MCL_CURRENT | MCL_FUTURE | MCL_ONFAULT) == 0
    tell(isLocked ? "memory locking enabled." : "memory locking failed.")
    #else
    tell("memory locking is not supported.")
    #endif
  }
}
