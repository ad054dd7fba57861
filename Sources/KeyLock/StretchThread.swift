import CRealTime
import Dispatch
import Synchronization

#if canImport(Glibc)
import Glibc
#elseif canImport(Darwin)
import Darwin
#endif

/// A deck's thread: it looks every few milliseconds whether there is something to stretch, and sleeps while its deck is
/// idle. It has real-time priority where the system grants it, below that of the audio thread.
final class StretchThread: Sendable {
  private static let turn = DispatchTimeInterval.milliseconds(2)
  private static let priority: Int32 = 4

  private let deck: StretchDeck
  private let something = DispatchSemaphore(value: 0)
  private let ended = DispatchSemaphore(value: 0)
  private let isStopped = Atomic<Bool>(false)

  init(_ deck: StretchDeck) {
    self.deck = deck
    let context = Unmanaged.passRetained(self).toOpaque()
    #if canImport(Darwin)
    var thread: pthread_t?
    let result = pthread_create(&thread, nil, { StretchThread.body($0) }, context)
    #else
    var thread = pthread_t()
    let result = pthread_create(&thread, nil, { $0.flatMap { StretchThread.body($0) } }, context)
    #endif
    precondition(result == 0, "the system gives no thread")
    #if canImport(Darwin)
    if let thread { pthread_detach(thread) }
    #else
    pthread_detach(thread)
    #endif
  }

  func wake() { something.signal() }

  /// Returns when the thread has ended.
  func stop() {
    isStopped.store(true, ordering: .releasing)
    something.signal()
    ended.wait()
  }

  private static func body(_ argument: UnsafeMutableRawPointer) -> UnsafeMutableRawPointer? {
    var parameters = sched_param()
    parameters.sched_priority = priority
    pthread_setschedparam(pthread_self(), SCHED_FIFO, &parameters)
    syrinx_flush_denormals()
    Unmanaged<StretchThread>.fromOpaque(argument).takeRetainedValue().run()
    return nil
  }

  private func run() {
    while !isStopped.load(ordering: .acquiring) {
      if deck.isIdle {
        something.wait()
      } else {
        _ = something.wait(timeout: .now() + Self.turn)
      }
      deck.serve()
    }
    ended.signal()
  }
}
