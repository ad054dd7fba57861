import Foundation

/// Keeps the program's memory out of the swap file.
enum MemoryLock {
  /// - Parameter tell: is told whether it could be done.
  static func lock(_ tell: (String) -> Void) {
    #if canImport(Glibc)
    var limit = rlimit()
    guard getrlimit(__rlimit_resource_t(RLIMIT_MEMLOCK.rawValue), &limit) == 0, limit.rlim_cur == rlim_t.max else {
      tell("memory locking disabled due to resource limiting.")
      return
    }
    // Tables are address space of which little is used: pages are locked as they come.
    let everything = MCL_CURRENT.rawValue | MCL_FUTURE.rawValue | MCL_ONFAULT.rawValue
    tell(mlockall(Int32(bitPattern: everything)) == 0 ? "memory locking enabled." : "memory locking failed.")
    #else
    tell("memory locking is not supported.")
    #endif
  }
}
