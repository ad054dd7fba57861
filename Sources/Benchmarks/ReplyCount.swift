import Synchronization

/// Counts replies, whichever thread they come on.
final class ReplyCount: Sendable {
  private let number = Atomic<Int>(0)

  var count: Int { number.load(ordering: .acquiring) }

  func add() { number.add(1, ordering: .releasing) }
}
