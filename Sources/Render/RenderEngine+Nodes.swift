import RealTime

/// Nodes that enter the tree, move in it, run and rest.
extension RenderEngine {
  /// Writes down what is to be told of a node.
  func note(_ command: UnsafeMutablePointer<RenderCommand>, _ notice: NodeNotice, _ node: Node.Pointer) {
    command.pointee.node = node.pointee.id
    command.pointee.notice = notice
    command.pointee.place = NodePlace(of: node)
    command.pointee.endedBefore = ended.endedInTransaction
  }

  mutating func addNode(_ command: UnsafeMutablePointer<RenderCommand>, _ offset: Int) -> RenderFailure {
    guard let node = Node.Pointer(bitPattern: command.pointee.pointer) else { return .noSuchNode }
    let failure = enter(node, command, offset)
    if node.pointee.parent == nil {
      // It never lived; its end is told of all the same, so that control takes it back.
      ended.append(node, failure == .none || failure == .duplicateNode ? .isThere : .hasNoPlace)
    }
    return failure
  }

  private mutating func enter(
    _ node: Node.Pointer, _ command: UnsafeMutablePointer<RenderCommand>, _ offset: Int
  ) -> RenderFailure {
    let action = AddAction(rawValue: command.pointee.index) ?? .head
    let freedID = action == .replace ? command.pointee.target : 0
    guard let target = tree.find(command.pointee.node) else { return .noSuchTarget }
    if action == .head || action == .tail, !target.pointee.isGroup { return .targetTakesNoNode }
    if let other = tree.find(node.pointee.id), freedID == 0 || other != target {
      command.pointee.failedNode = node.pointee.id
      let parent = action == .head || action == .tail ? target : target.pointee.parent
      guard command.pointee.flag, other.pointee.isGroup, other.pointee.parent == parent else { return .duplicateNode }
      note(command, .started, other)
      return .none
    }
    if action == .replace, target == tree.root { return .targetTakesNoNode }
    node.pointee.startOffset = Int32(truncatingIfNeeded: offset)
    node.pointee.synth.subsampleOffset = fraction
    // The id is free for the new node then, and the end of the old one is not told under it.
    if freedID != 0 { tree.rename(target, freedID) }
    guard tree.add(node, action, target: target) else { return .targetTakesNoNode }
    if action == .replace { tree.remove(target, &ended) }
    note(command, .started, node)
    return .none
  }

  mutating func moveNode(_ command: UnsafeMutablePointer<RenderCommand>) -> RenderFailure {
    let action = AddAction(rawValue: command.pointee.index) ?? .head
    guard let target = tree.find(command.pointee.target) else {
      command.pointee.failedNode = command.pointee.target
      return .noSuchTarget
    }
    if action == .head || action == .tail, !target.pointee.isGroup {
      command.pointee.failedNode = command.pointee.target
      return .noSuchGroup
    }
    guard let node = tree.find(command.pointee.node) else { return .noSuchNode }
    let parent = node.pointee.parent
    guard tree.move(node, action, target: target) else { return .targetTakesNoNode }
    if !command.pointee.flag || node.pointee.parent != parent { note(command, .moved, node) }
    return .none
  }

  mutating func orderNodes(_ command: UnsafeMutablePointer<RenderCommand>) -> RenderFailure {
    guard let row = UnsafeMutablePointer<OrderedNode>(bitPattern: command.pointee.pointer) else { return .none }
    let action = AddAction(rawValue: command.pointee.index) ?? .head
    command.pointee.failedNode = command.pointee.target
    guard let target = tree.find(command.pointee.target) else { return .noSuchTarget }
    if action == .head || action == .tail, !target.pointee.isGroup { return .noSuchGroup }
    var before: Node.Pointer?
    var index = 0
    while index < command.pointee.count {
      let one = row + index
      index &+= 1
      guard let node = tree.find(one.pointee.id) else {
        command.pointee.failedNode = one.pointee.id
        continue
      }
      one.pointee.isFound = true
      let parent = node.pointee.parent
      if let before {
        one.pointee.isMoved = tree.move(node, .after, target: before)
      } else if tree.move(node, action, target: target) {
        one.pointee.isMoved = !command.pointee.flag || node.pointee.parent != parent
      }
      one.pointee.place = NodePlace(of: node)
      before = node
    }
    if let before { note(command, .moved, before) }
    return before == nil ? .noSuchNode : .none
  }

  /// True when it ran and rests now, or the other way round.
  func setRunning(_ node: Node.Pointer, _ runs: Bool) -> Bool {
    guard node.pointee.isRunning != runs else { return false }
    node.pointee.isRunning = runs
    return true
  }

  /// Pauses or resumes a node for a unit, and tells of it.
  func setRunningForUnit(_ node: Node.Pointer, _ runs: Bool) {
    guard setRunning(node, runs) else { return }
    let place = NodePlace(of: node)
    context.send(runs ? .nodeResumed : .nodePaused, node.pointee.id) { message in
      message.append(place.parent)
      message.append(place.previous)
      message.append(place.next)
      message.append(place.isGroup ? Int32(1) : Int32(0))
      message.append(place.first)
      message.append(place.last)
    }
  }

  // MARK: - The tree, written down

  mutating func readTree(_ command: UnsafeMutablePointer<RenderCommand>) -> RenderFailure {
    guard let group = findGroup(command.pointee.node) else { return .noSuchGroup }
    guard let words = UnsafeMutablePointer<UInt32>(bitPattern: command.pointee.pointer) else { return .noRoom }
    let room = command.pointee.count
    var used = 0
    var next: Node.Pointer? = group
    while let node = next {
      used &+= write(node, command.pointee.flag, words + min(used, room), room &- used)
      next = tree.following(node, within: group)
    }
    command.pointee.count = used
    return used <= room ? .none : .noRoom
  }

  /// Gives back how many words a node takes; writes them when there is room.
  private func write(
    _ node: Node.Pointer, _ withControls: Bool, _ words: UnsafeMutablePointer<UInt32>, _ room: Int
  ) -> Int {
    if node.pointee.isGroup {
      guard room >= 3 else { return 3 }
      words[0] = NodeTreeWord.group
      words[1] = UInt32(bitPattern: node.pointee.id)
      var count: UInt32 = 0
      var child = node.pointee.firstChild
      while let one = child {
        count &+= 1
        child = one.pointee.next
      }
      words[2] = count
      return 3
    }
    let controls = withControls ? Int(node.pointee.controlCount) : 0
    let size = 5 &+ 3 &* controls
    guard room >= size else { return size }
    words[0] = NodeTreeWord.synth
    words[1] = UInt32(bitPattern: node.pointee.id)
    words[2] = UInt32(truncatingIfNeeded: node.pointee.tag)
    words[3] = UInt32(truncatingIfNeeded: node.pointee.tag >> 32)
    words[4] = UInt32(controls)
    guard let slots = node.pointee.controls else { return size }
    var index = 0
    while index < controls {
      words[5 &+ 3 &* index] = slots[index].setting.bitPattern
      words[6 &+ 3 &* index] = UInt32(slots[index].source.rawValue)
      words[7 &+ 3 &* index] = UInt32(bitPattern: slots[index].bus)
      index &+= 1
    }
    return size
  }
}
