import CRealTime
import RealTime

extension RenderEngine {
  /// Takes what control has sent since the last block, and queues it for its frame.
  mutating func takeTransactions() {
    while let address = memory.transactions.pop() {
      guard let transaction = Transaction.Pointer(bitPattern: address) else { continue }
      switch transaction.pointee.timing {
      case .immediate: transaction.pointee.frame = context.position
      case .frame: transaction.pointee.frame = transaction.pointee.time
      case .host: transaction.pointee.frame = clock.frame(atNanoseconds: transaction.pointee.time)
      }
      // Nothing happens before the beginning: what comes too late is told how much.
      transaction.pointee.frame = max(0, transaction.pointee.frame)
      queue.insert(transaction)
    }
  }

  /// Applies what falls into this block, or should have earlier.
  mutating func applyDue() {
    let end = context.position &+ Int64(RenderContext.blockFrames)
    while let frame = queue.firstFrame, frame < end, let transaction = queue.popFirst() {
      let late = context.position &- frame
      if late > 0 {
        transaction.pointee.lateFrames = late
        transaction.pointee.frame = context.position
      }
      let offset = Int(transaction.pointee.frame &- context.position)
      var command = transaction.pointee.commands
      let last = command + Int(transaction.pointee.commandCount)
      while command < last {
        let failure = apply(command.pointee, offset)
        if failure != .none && transaction.pointee.failure == .none {
          transaction.pointee.failure = failure
          transaction.pointee.failedNode = failedNode(command.pointee, failure)
        }
        command += 1
      }
      appliedTransactions.append(transaction)
    }
  }

  private mutating func apply(_ command: RenderCommand, _ offset: Int) -> RenderFailure {
    switch command.kind {
    case .addNode: return addNode(command, offset)
    case .freeNode:
      guard command.node != 0, let node = tree.find(command.node) else { return .noSuchNode }
      tree.remove(node, &endedNodes)
    case .freeChildren:
      guard let group = tree.find(command.node) else { return .noSuchNode }
      tree.removeChildren(of: group, &endedNodes)
    case .setControl: return setControl(command, offset)
    case .setRunning:
      guard let node = tree.find(command.node) else { return .noSuchNode }
      node.pointee.isRunning = command.value > 0
    case .setBuffer:
      guard let buffer = UnsafePointer<SampleBuffer>(bitPattern: command.pointer) else { return .none }
      guard command.index >= 0, command.index < context.bufferCount else { return .noSuchBuffer }
      context.buffers[Int(command.index)] = buffer.pointee
    case .addTap:
      guard let tap = OutputTap.Pointer(bitPattern: command.pointer), !tap.pointee.isRemoved else { return .none }
      tap.pointee.firstFrame = max(0, offset)
      tap.pointee.next = taps
      taps = tap
    case .removeTap:
      guard let tap = OutputTap.Pointer(bitPattern: command.pointer) else { return .none }
      tap.pointee.isRemoved = true
      tap.pointee.endFrame = max(0, offset)
    }
    return .none
  }

  private mutating func addNode(_ command: RenderCommand, _ offset: Int) -> RenderFailure {
    guard let node = Node.Pointer(bitPattern: command.pointer) else { return .noSuchNode }
    var failure = RenderFailure.none
    if tree.find(node.pointee.id) != nil {
      failure = .duplicateNode
    } else if let target = tree.find(command.node) {
      let action = AddAction(rawValue: command.index) ?? .head
      node.pointee.startOffset = Int32(truncatingIfNeeded: offset)
      if !tree.add(node, action, target: target) {
        failure = .targetTakesNoNode
      } else if action == .replace {
        tree.remove(target, &endedNodes)
      }
    } else {
      failure = .noSuchTarget
    }
    if failure != .none { endedNodes.append(node, isRefused: failure == .duplicateNode) }
    return failure
  }

  /// The node that a failure is about: a target that is missing, a node that is there already.
  private func failedNode(_ command: RenderCommand, _ failure: RenderFailure) -> Int32 {
    guard failure == .duplicateNode, let node = Node.Pointer(bitPattern: command.pointer) else { return command.node }
    return node.pointee.id
  }

  private func setControl(_ command: RenderCommand, _ offset: Int) -> RenderFailure {
    guard let node = tree.find(command.node) else { return .noSuchNode }
    let index = command.index
    guard let controls = node.pointee.controls, index >= 0, index < node.pointee.controlCount else {
      return .noSuchControl
    }
    // A node that renders nothing in this block has no frame at which the change could fall.
    let isHeard = node.pointee.isRunning && offset > 0
    controls[Int(index)].set(command.value, fromFrame: isHeard ? offset : 0)
    if controls[Int(index)].isAudioRate { node.pointee.controlsChange = true }
    return .none
  }
}
