internal import NIOCore
internal import NIOPosix
internal import Synchronization

/// The one thread that sockets live on, so that the packets of a peer stay in order.
final class OSCLoop: Sendable {
  let eventLoop: any EventLoop
  private let ownGroup: MultiThreadedEventLoopGroup?
  private let isOpen = Mutex(true)
  private let listens = Mutex(false)

  /// A thread of its own, to be shut down.
  init() {
    let group = MultiThreadedEventLoopGroup(numberOfThreads: 1)
    ownGroup = group
    eventLoop = group.next()
  }

  /// One of the process's threads, which are never shut down.
  init(sharing group: MultiThreadedEventLoopGroup) {
    ownGroup = nil
    eventLoop = group.next()
  }

  /// Whether sockets are to stay open: all of them have been opened, and nobody has asked for the end.
  var isListening: Bool { listens.withLock { $0 } && isOpen.withLock { $0 } }

  func beginListening() { listens.withLock { $0 = true } }

  /// Runs the task on the thread, soon and in order; not at all once it is shut down.
  func perform(_ task: @escaping @Sendable () -> Void) {
    isOpen.withLock { isOpen in
      if isOpen { eventLoop.execute(task) }
    }
  }

  /// Closes what is open on the thread and ends it. More calls than one do no harm.
  func shutDown() async {
    let wasOpen = isOpen.withLock { isOpen in
      defer { isOpen = false }
      return isOpen
    }
    guard wasOpen, let ownGroup else { return }
    try? await ownGroup.shutdownGracefully()
  }
}
