import Render

/// What a tree of nodes should do, written plainly.
struct TreeModel {
  final class Entry {
    let id: Int32
    let isGroup: Bool
    var isRunning = true
    var children: [Entry] = []
    weak var parent: Entry?

    init(_ id: Int32, isGroup: Bool) {
      self.id = id
      self.isGroup = isGroup
    }
  }

  let root = Entry(0, isGroup: true)

  private func all(_ entry: Entry) -> [Entry] { [entry] + entry.children.flatMap(all) }

  private func find(_ id: Int32) -> Entry? { all(root).first { $0.id == id } }

  mutating func add(_ id: Int32, isGroup: Bool, _ action: AddAction, _ target: Int32) {
    guard find(id) == nil, let target = find(target) else { return }
    let entry = Entry(id, isGroup: isGroup)
    switch action {
    case .head, .tail:
      guard target.isGroup else { return }
      entry.parent = target
      target.children.insert(entry, at: action == .head ? 0 : target.children.count)
    case .before, .after, .replace:
      guard let parent = target.parent, let place = parent.children.firstIndex(where: { $0 === target }) else { return }
      entry.parent = parent
      parent.children.insert(entry, at: action == .before ? place : place + 1)
      if action == .replace { parent.children.remove(at: place) }
    }
  }

  mutating func free(_ id: Int32) {
    guard id != 0, let entry = find(id) else { return }
    entry.parent?.children.removeAll { $0 === entry }
  }

  mutating func freeChildren(_ id: Int32) { find(id)?.children = [] }

  mutating func setRunning(_ id: Int32, _ runs: Bool) { find(id)?.isRunning = runs }

  /// The synths that run, in order.
  var running: [Int32] {
    func walk(_ entry: Entry) -> [Int32] {
      guard entry.isRunning else { return [] }
      return entry.isGroup ? entry.children.flatMap(walk) : [entry.id]
    }
    return walk(root)
  }
}
