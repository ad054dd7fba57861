import OSC

/// Bundles that wait until shortly before their time, so that each meets the definitions and buffers that it will find then.
struct ScsynthSchedule {
  struct Entry {
    var due: Int64
    var elements: [OSCPacket]
    var client: ScsynthClient
  }

  private var entries: [Entry] = []

  /// Those of the same time keep the order in which they came.
  mutating func insert(due: Int64, elements: [OSCPacket], client: ScsynthClient) {
    var low = 0
    var high = entries.count
    while low < high {
      let middle = (low + high) / 2
      if entries[middle].due <= due { low = middle + 1 } else { high = middle }
    }
    entries.insert(Entry(due: due, elements: elements, client: client), at: low)
  }

  mutating func takeDue(upTo limit: Int64) -> [Entry] {
    guard let first = entries.first, first.due <= limit else { return [] }
    let end = entries.firstIndex { $0.due > limit } ?? entries.count
    defer { entries.removeSubrange(..<end) }
    return Array(entries[..<end])
  }

  mutating func clear() { entries.removeAll() }
}
