/// The tree of nodes, and their table by id. Nothing in it allocates or recurses: links lie in the nodes themselves, so
/// that neither their number nor their depth has a cap.
struct NodeTree: ~Copyable {
  private static let bucketCount = 16_384

  let root: Node.Pointer
  private let buckets: UnsafeMutablePointer<Node.Pointer?>
  /// The node that the walk comes to next: it steps aside when that node leaves the tree.
  private(set) var upcoming: Node.Pointer?
  private(set) var synthCount = 0
  private(set) var groupCount = 1
  private(set) var unitCount = 0
  /// Synths that have ended and whose units are to be told so, the last first.
  private var stopping: Node.Pointer?
  /// The node that entered last.
  private var recent: Int32 = -1

  /// - Thread: control.
  init() {
    root = Node.Pointer.allocate(capacity: 1)
    root.initialize(to: Node(group: 0))
    buckets = UnsafeMutablePointer<Node.Pointer?>.allocate(capacity: Self.bucketCount)
    buckets.initialize(repeating: nil, count: Self.bucketCount)
    insertIntoTable(root)
  }

  deinit {
    root.deallocate()
    buckets.deallocate()
  }

  // MARK: - By id

  @inline(__always)
  private func bucket(_ id: Int32) -> Int {
    // Fibonacci hashing: neighbouring ids fall into buckets far apart.
    Int((UInt32(bitPattern: id) &* 2_654_435_769) >> 18)
  }

  /// The node of an id; of −1 the one that entered last.
  func find(_ id: Int32) -> Node.Pointer? {
    let id = id == -1 ? recent : id
    var node = buckets[bucket(id)]
    while let candidate = node {
      if candidate.pointee.id == id { return candidate }
      node = candidate.pointee.link
    }
    return nil
  }

  private func insertIntoTable(_ node: Node.Pointer) {
    let index = bucket(node.pointee.id)
    node.pointee.link = buckets[index]
    buckets[index] = node
  }

  private func removeFromTable(_ node: Node.Pointer) {
    let index = bucket(node.pointee.id)
    if buckets[index] == node {
      buckets[index] = node.pointee.link
    } else {
      var before = buckets[index]
      while let candidate = before {
        if candidate.pointee.link == node {
          candidate.pointee.link = node.pointee.link
          break
        }
        before = candidate.pointee.link
      }
    }
    node.pointee.link = nil
  }

  // MARK: - Links

  /// False when the target cannot take the node (no sibling of the root, no child of a synth).
  mutating func add(_ node: Node.Pointer, _ action: AddAction, target: Node.Pointer) -> Bool {
    guard link(node, action, target: target) else { return false }
    insertIntoTable(node)
    recent = node.pointee.id
    if node.pointee.isGroup { groupCount &+= 1 } else { synthCount &+= 1 }
    unitCount &+= Int(node.pointee.callCount)
    return true
  }

  /// Puts a node that is in the tree elsewhere; false, and nothing changed, when it cannot go there.
  mutating func move(_ node: Node.Pointer, _ action: AddAction, target: Node.Pointer) -> Bool {
    guard node != root, node != target, !isBelow(target, node) else { return node == target && node != root }
    switch action {
    case .head, .tail: guard target.pointee.isGroup else { return false }
    case .before, .after, .replace: guard target.pointee.parent != nil else { return false }
    }
    unlink(node)
    return link(node, action, target: target)
  }

  /// Gives a node another id.
  mutating func rename(_ node: Node.Pointer, _ id: Int32) {
    removeFromTable(node)
    node.pointee.id = id
    insertIntoTable(node)
  }

  private func link(_ node: Node.Pointer, _ action: AddAction, target: Node.Pointer) -> Bool {
    switch action {
    case .head:
      guard target.pointee.isGroup else { return false }
      insert(node, into: target, after: nil)
    case .tail:
      guard target.pointee.isGroup else { return false }
      insert(node, into: target, after: target.pointee.lastChild)
    case .before:
      guard let parent = target.pointee.parent else { return false }
      insert(node, into: parent, after: target.pointee.previous)
    case .after, .replace:
      guard let parent = target.pointee.parent else { return false }
      insert(node, into: parent, after: target)
    }
    return true
  }

  private func insert(_ node: Node.Pointer, into group: Node.Pointer, after sibling: Node.Pointer?) {
    let following = sibling == nil ? group.pointee.firstChild : sibling.unsafelyUnwrapped.pointee.next
    node.pointee.parent = group
    node.pointee.previous = sibling
    node.pointee.next = following
    if let sibling { sibling.pointee.next = node } else { group.pointee.firstChild = node }
    if let following { following.pointee.previous = node } else { group.pointee.lastChild = node }
  }

  /// Takes one node out, with what hangs below it, without ending it.
  private mutating func unlink(_ node: Node.Pointer) {
    if let coming = upcoming, isWithin(coming, node) { upcoming = behind(node) }
    let parent = node.pointee.parent
    let previous = node.pointee.previous
    let next = node.pointee.next
    if let previous { previous.pointee.next = next } else { parent?.pointee.firstChild = next }
    if let next { next.pointee.previous = previous } else { parent?.pointee.lastChild = previous }
    node.pointee.parent = nil
    node.pointee.previous = nil
    node.pointee.next = nil
  }

  private func isBelow(_ node: Node.Pointer, _ ancestor: Node.Pointer) -> Bool {
    var current = node.pointee.parent
    while let candidate = current {
      if candidate == ancestor { return true }
      current = candidate.pointee.parent
    }
    return false
  }

  private func isWithin(_ node: Node.Pointer, _ ancestor: Node.Pointer) -> Bool {
    if ancestor.pointee.firstChild == nil { return node == ancestor }
    var current: Node.Pointer? = node
    while let candidate = current {
      if candidate == ancestor { return true }
      current = candidate.pointee.parent
    }
    return false
  }

  /// Ends a node and all below it; `end` is told each, the deepest first.
  mutating func remove(_ node: Node.Pointer, _ outbox: inout Outbox) {
    removeChildren(of: node, &outbox)
    node.pointee.lastPlace = NodePlace(of: node)
    unlink(node)
    finish(node, &outbox)
  }

  /// Ends all below a group, not the group.
  mutating func removeChildren(of group: Node.Pointer, _ outbox: inout Outbox) {
    var next = group.pointee.firstChild
    while var leaf = next {
      while let below = leaf.pointee.firstChild { leaf = below }
      let parent = leaf.pointee.parent
      unlink(leaf)
      // As a whole group goes, nobody is left beside it.
      leaf.pointee.lastPlace = NodePlace(of: leaf)
      finish(leaf, &outbox)
      // From the parent on, not from the top: each level is gone down once.
      next = parent == group ? group.pointee.firstChild : parent
    }
  }

  /// Ends all synths below a group, at any depth.
  mutating func removeSynths(below group: Node.Pointer, _ outbox: inout Outbox) {
    var next = group.pointee.firstChild
    while let node = next {
      next = following(node, within: group)
      if !node.pointee.isGroup {
        unlink(node)
        node.pointee.lastPlace = NodePlace(of: node)
        finish(node, &outbox)
      }
    }
  }

  /// Ends all guests below a group, at any depth, with what hangs below them.
  mutating func removeGuests(below group: Node.Pointer, _ outbox: inout Outbox) {
    var next = group.pointee.firstChild
    while let node = next {
      if node.pointee.isGuest {
        next = behind(node, within: group)
        remove(node, &outbox)
      } else {
        next = following(node, within: group)
      }
    }
  }

  /// The node that comes after this one and all below it, in a walk through all of a group.
  private func behind(_ node: Node.Pointer, within group: Node.Pointer) -> Node.Pointer? {
    var current = node
    while current != group {
      if let next = current.pointee.next { return next }
      guard let parent = current.pointee.parent else { return nil }
      current = parent
    }
    return nil
  }

  /// The node that comes after this one in a walk through all of a group, parents first; nil at the end.
  func following(_ node: Node.Pointer, within group: Node.Pointer) -> Node.Pointer? {
    node.pointee.firstChild ?? behind(node, within: group)
  }

  private mutating func finish(_ node: Node.Pointer, _ outbox: inout Outbox) {
    removeFromTable(node)
    if node.pointee.isGroup { groupCount &-= 1 } else { synthCount &-= 1 }
    unitCount &-= Int(node.pointee.callCount)
    guard node.pointee.hasStops, node.pointee.hasRun else {
      outbox.append(node)
      return
    }
    node.pointee.next = stopping
    stopping = node
    // What a command ended is told in its turn; the rest goes back once its units have been told.
    node.pointee.isHeldBack = !outbox.isApplying
    if outbox.isApplying { outbox.append(node) }
  }

  /// The next synth whose units are to be told that it has ended.
  mutating func takeStopping() -> Node.Pointer? {
    guard let node = stopping else { return nil }
    stopping = node.pointee.next
    node.pointee.next = nil
    return node
  }

  // MARK: - The walk

  /// Begins a walk over all running nodes, in order, parents first.
  mutating func beginWalk() { upcoming = root }

  /// The next node; nil at the end. Nodes may leave the tree between two calls.
  mutating func nextInWalk() -> Node.Pointer? {
    guard let node = upcoming else { return nil }
    if node.pointee.isRunning, let child = node.pointee.firstChild {
      upcoming = child
    } else {
      upcoming = behind(node)
    }
    return node
  }

  /// The node that comes after this one and all below it.
  private func behind(_ node: Node.Pointer) -> Node.Pointer? {
    var current: Node.Pointer? = node
    while let candidate = current {
      if let next = candidate.pointee.next { return next }
      current = candidate.pointee.parent
    }
    return nil
  }
}
