import OSC

/// Commands that wait in control until shortly before their time, so that each meets the state that it will find then.
struct Schedule {
  struct Entry {
    var due: Int64
    var messages: [OSCMessage]
    var client: StemClient
  }

  /// Messages that may wait at a time; more are refused, since memory is not endless.
  static let limit = 100_000

  private var entries: [Entry] = []
  private(set) var count = 0

  /// Entries of the same time and client that come one after the other become one.
  mutating func insert(_ entry: Entry) {
    var low = 0
    var high = entries.count
    while low < high {
      let middle = (low + high) / 2
      if entries[middle].due <= entry.due { low = middle + 1 } else { high = middle }
    }
    count += entry.messages.count
    entries.insert(entry, at: low)
  }

  /// Everything due up to `limit`, in order.
  mutating func takeDue(upTo limit: Int64) -> [Entry] {
    guard let first = entries.first, first.due <= limit else { return [] }
    let end = entries.firstIndex { $0.due > limit } ?? entries.count
    let due = Array(entries[..<end])
    entries.removeSubrange(..<end)
    count -= due.reduce(0) { $0 + $1.messages.count }
    return due
  }

  /// Whether a message about this stem waits.
  func mentions(stem id: Int) -> Bool {
    entries.contains { $0.messages.contains { $0.arguments.first?.asInteger == id } }
  }

  /// Drops everything; tells how many messages that were.
  mutating func clear() -> Int {
    defer {
      entries.removeAll()
      count = 0
    }
    return count
  }
}
