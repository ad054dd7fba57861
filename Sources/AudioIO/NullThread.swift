#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// A thread that runs a cycle, with real-time priority where the system grants it.
struct NullThread: @unchecked Sendable {
  // Unchecked: on some systems a thread's name is a pointer; it is only joined.

  private let thread: pthread_t

  init(_ cycle: UnsafeMutablePointer<NullCycle>) throws(AudioError) {
    #if canImport(Darwin)
    var started: pthread_t?
    let result = pthread_create(&started, nil, { NullThread.body($0) }, cycle)
    guard result == 0, let started else { throw Self.refusal(result) }
    thread = started
    #else
    var started = pthread_t()
    let result = pthread_create(&started, nil, { $0.flatMap { NullThread.body($0) } }, cycle)
    guard result == 0 else { throw Self.refusal(result) }
    thread = started
    #endif
  }

  /// Returns when the thread has ended.
  func join() { pthread_join(thread, nil) }

  private static func body(_ argument: UnsafeMutableRawPointer) -> UnsafeMutableRawPointer? {
    var parameters = sched_param()
    parameters.sched_priority = 10
    pthread_setschedparam(pthread_self(), SCHED_FIFO, &parameters)
    argument.assumingMemoryBound(to: NullCycle.self).pointee.run()
    return nil
  }

  private static func refusal(_ code: Int32) -> AudioError {
    AudioError("no thread for the null backend (\(String(cString: strerror(code))))")
  }
}
