internal import NIOCore
internal import Synchronization

/// So many connections at a time: those that come then wait with the system until one is gone.
final class ConnectionLimit: Sendable {
  private let limit: Int
  private let count = Mutex(0)

  init(_ limit: Int) { self.limit = limit }

  /// Takes a connection in, and listens for more as long as there is room.
  func admit(_ connection: any Channel) {
    guard let listener = connection.parent else { return }
    let isFull = count.withLock { count in
      count += 1
      return count >= limit
    }
    if isFull { listener.setOption(.autoRead, value: false).whenComplete { _ in } }
    connection.closeFuture.whenComplete { [self] _ in
      let hasRoom = count.withLock { count in
        count -= 1
        return count < limit
      }
      if hasRoom { listener.setOption(.autoRead, value: true).whenComplete { _ in } }
    }
  }
}
