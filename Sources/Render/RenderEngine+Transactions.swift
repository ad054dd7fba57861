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
      case .host:
        let place = clock.place(atNanoseconds: transaction.pointee.time)
        transaction.pointee.frame = place.frame
        transaction.pointee.fraction = place.fraction
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
      if let recalled = transaction.pointee.recalledFrom, syrinx_load_acquire(recalled) <= frame {
        ended.append(transaction)
        continue
      }
      let late = context.position &- frame
      if late > 0 {
        transaction.pointee.lateFrames = late
        transaction.pointee.fraction = 0
        transaction.pointee.frame = context.position
      }
      fraction = transaction.pointee.fraction
      apply(transaction, Int(transaction.pointee.frame &- context.position))
      ended.append(transaction)
    }
  }

  private mutating func apply(_ transaction: Transaction.Pointer, _ offset: Int) {
    ended.isApplying = true
    ended.endedInTransaction = 0
    var command = transaction.pointee.commands
    let last = command + Int(transaction.pointee.commandCount)
    var failedMessage: Int32 = 0
    while command < last {
      let message = command.pointee.message
      if message == 0 || message != failedMessage {
        command.pointee.isApplied = true
        command.pointee.failedNode = command.pointee.node
        let failure = apply(command, offset)
        command.pointee.failure = failure
        if failure != .none {
          if !command.pointee.isTolerated { failedMessage = message }
          if transaction.pointee.failure == .none {
            transaction.pointee.failure = failure
            transaction.pointee.failedNode = command.pointee.failedNode
          }
        }
      }
      command += 1
    }
    ended.isApplying = false
  }

  private mutating func apply(_ command: UnsafeMutablePointer<RenderCommand>, _ offset: Int) -> RenderFailure {
    switch command.pointee.kind {
    case .addNode: return addNode(command, offset)
    case .freeNode:
      guard command.pointee.node != 0, let node = tree.find(command.pointee.node) else { return .noSuchNode }
      tree.remove(node, &ended)
    case .freeChildren:
      guard let group = findGroup(command.pointee.node) else { return .noSuchGroup }
      if command.pointee.flag {
        tree.removeGuests(below: group, &ended)
      } else {
        tree.removeChildren(of: group, &ended)
      }
    case .freeSynths:
      guard let group = findGroup(command.pointee.node) else { return .noSuchGroup }
      tree.removeSynths(below: group, &ended)
    case .setControl: return setControl(command, offset)
    case .setControls, .mapControls: return changeControls(command)
    case .readControls: return readControls(command)
    case .setRunning:
      guard let node = tree.find(command.pointee.node) else { return .noSuchNode }
      if setRunning(node, command.pointee.value > 0) {
        note(command, command.pointee.value > 0 ? .resumed : .paused, node)
      }
    case .moveNode: return moveNode(command)
    case .orderNodes: return orderNodes(command)
    case .askPlace:
      guard let node = tree.find(command.pointee.node) else { return .noSuchNode }
      note(command, .asked, node)
    case .readTree: return readTree(command)
    case .renameNode:
      guard let node = tree.find(command.pointee.node) else { return .noSuchNode }
      if node != tree.root { tree.rename(node, command.pointee.target) }
    case .traceNode:
      guard let node = tree.find(command.pointee.node) else { return .noSuchNode }
      node.pointee.isTraced = true
    case .setBuses, .readBuses: return exchangeBuses(command)
    case .setBuffer:
      guard let buffer = UnsafePointer<SampleBuffer>(bitPattern: command.pointee.pointer) else { return .none }
      guard let place = bufferPlace(command.pointee.index) else { return .noSuchBuffer }
      place.pointee = buffer.pointee
    case .setBufferRate:
      guard let place = bufferPlace(command.pointee.index) else { return .noSuchBuffer }
      place.pointee.sampleRate = Double(command.pointee.value)
    case .setStreamEnd:
      guard let place = bufferPlace(command.pointee.index) else { return .noSuchBuffer }
      place.pointee.streamEnd = command.pointee.start
    case .setSamples, .readSamples: return exchangeSamples(command)
    case .addTap:
      guard let tap = OutputTap.Pointer(bitPattern: command.pointee.pointer), !tap.pointee.isRemoved else {
        return .none
      }
      tap.pointee.firstFrame = max(0, offset)
      tap.pointee.next = taps
      taps = tap
    case .removeTap:
      guard let tap = OutputTap.Pointer(bitPattern: command.pointee.pointer) else { return .none }
      tap.pointee.isRemoved = true
      tap.pointee.endFrame = max(0, offset)
    case .checkSynth:
      guard let node = tree.find(command.pointee.node), !node.pointee.isGroup else { return .noSuchNode }
      command.pointee.start = Int(bitPattern: UInt(truncatingIfNeeded: node.pointee.tag))
    case .checkNode: if tree.find(command.pointee.node) == nil { return .noSuchNode }
    case .nothing: break
    }
    return .none
  }

  func findGroup(_ id: Int32) -> Node.Pointer? {
    guard let node = tree.find(id), node.pointee.isGroup else { return nil }
    return node
  }
}
