import CRealTime
import DequeModule
public import RealTime
public import Render

/// Control's side of the engine: it prepares changes, hands them to the audio thread, and takes back what comes of them.
///
/// - Thread: confined to its owner's, whichever that is; only the renderer that it hands out is the audio thread's.
public final class EngineControl {
  public let memory: RenderMemory
  public let units: UnitRegistry
  private let engine: UnsafeMutablePointer<RenderEngine>
  private var nextTransaction: UInt64 = 1
  private var nextNode: Int32 = 1 << 30
  private var pending: [UInt64: (changes: Changes, recall: Recall?, applied: ((AppliedChanges) -> Void)?)] = [:]
  /// Transactions that the ring had no room for, in order.
  private var waiting: Deque<UInt> = []
  private var watchers: [Int32: NodeWatcher] = [:]
  /// Nodes that ended in the transaction whose event comes next.
  private var heldEnds: [(node: Int32, place: NodePlace)] = []
  /// Is told what becomes of all nodes, in the order in which it does.
  public var onNotice: ((NodeNotice, Int32, NodePlace) -> Void)?
  /// Is shown every node that comes back, before it is freed.
  public var onNodeReturned: ((Node.Pointer) -> Void)?
  /// Is handed the records of the audio thread: kind, node, and the words that follow.
  public var onMessage: ((UnitMessage.Kind, Int32, [UInt32]) -> Void)?
  private var touchedWires = 0
  private var touchedPool = RealTimePool.readyBytes

  public init(_ configuration: RenderConfiguration, units: UnitRegistry = .best) throws(EngineError) {
    guard let memory = RenderMemory(configuration) else {
      throw EngineError(
        "the system gives no address space for the engine's tables: raise the limit on virtual memory (ulimit -v)")
    }
    self.memory = memory
    self.units = units
    // Once in a process; who starts a stem must not wait for it.
    _ = SincBank.all
    engine = .allocate(capacity: 1)
    engine.initialize(to: RenderEngine(memory: memory))
  }

  /// Every stream that pulls from the renderer has been stopped.
  deinit {
    drainRings()
    for address in waiting { freeUnapplied(address) }
    for entry in pending.values { entry.changes.releaseValues() }
    engine.pointee.release(
      nodes: { UnsafeMutableRawPointer($0).deallocate() }, applied: { UnsafeMutableRawPointer($0).deallocate() })
    engine.deinitialize(count: 1)
    engine.deallocate()
    memory.deallocate()
  }

  /// What a device pulls from.
  public var renderer: AudioRenderer { RenderEngine.renderer(engine) }

  public var sampleRate: Double { memory.configuration.sampleRate }

  /// Frames rendered since the start: the engine's clock.
  public var position: Int64 { max(memory.telemetry.position, reached) }
  /// The latest frame at which something is known to have taken effect: told before the block that it lies in has ended.
  private var reached: Int64 = 0

  // MARK: - Nodes

  /// An id that no client uses.
  public func makeNodeID() -> Int32 {
    nextNode = nextNode == Int32.max ? 1 << 30 : nextNode + 1
    return nextNode
  }

  public func blueprint(_ def: SynthDef) throws(SynthDefError) -> SynthBlueprint {
    let blueprint = try SynthBlueprint(def, units: units)
    guard blueprint.wireCount <= memory.configuration.wires else {
      throw SynthDefError(
        "SynthDef \(def.name): needs \(blueprint.wireCount) wires, the engine has \(memory.configuration.wires)")
    }
    if blueprint.wireCount > touchedWires {
      let floats = RenderContext.blockFrames
      memory.wires.touch(touchedWires * floats..<blueprint.wireCount * floats)
      touchedWires = blueprint.wireCount
    }
    return blueprint
  }

  /// Makes a synth as part of `changes`.
  public func addSynth(
    _ blueprint: SynthBlueprint, id: Int32, controls: [Int: Float], _ action: AddAction, target: Int32,
    to changes: inout Changes
  ) {
    let node = blueprint.makeSynth(id: id, controls: controls, sampleRate: sampleRate, wireBase: memory.wires.base)
    changes.add(node, action, target: target)
  }

  /// Has a node's meters and its end told. The watcher goes with the node.
  public func watch(_ node: Int32, _ watcher: NodeWatcher) { watchers[node] = watcher }

  // MARK: - Changes

  /// Sends changes to the audio thread. `applied` is called by a later `poll()`, also for changes that were recalled.
  ///
  /// - Parameter fraction: the part of a frame by which a frame that is given is exceeded.
  public func commit(
    _ changes: Changes, at time: EngineTime = .immediately, fraction: Float = 0, recall: Recall? = nil,
    applied: ((AppliedChanges) -> Void)? = nil
  ) {
    let identifier = nextTransaction
    nextTransaction += 1
    pending[identifier] = (changes, recall, applied)
    let address = makeTransaction(identifier, changes, time, fraction, recall)
    if !waiting.isEmpty || !memory.transactions.push(address) { waiting.append(address) }
  }

  private func makeTransaction(
    _ identifier: UInt64, _ changes: Changes, _ time: EngineTime, _ fraction: Float, _ recall: Recall?
  ) -> UInt {
    let head = MemoryLayout<Transaction>.stride
    let slab = UnsafeMutableRawPointer.allocate(
      byteCount: head + MemoryLayout<RenderCommand>.stride * changes.commands.count, alignment: 16)
    let commands = (slab + head).bindMemory(to: RenderCommand.self, capacity: changes.commands.count)
    for (index, command) in changes.commands.enumerated() { (commands + index).initialize(to: command) }
    let (timing, value): (Transaction.Timing, Int64) =
      switch time {
      case .immediately: (.immediate, 0)
      case .frame(let frame): (.frame, frame)
      case .host(let nanoseconds): (.host, nanoseconds)
      }
    let transaction = slab.bindMemory(to: Transaction.self, capacity: 1)
    transaction.initialize(
      to: Transaction(
        identifier: identifier, timing: timing, time: value, commands: commands, commandCount: changes.commands.count,
        recalledFrom: recall?.frame))
    transaction.pointee.fraction = fraction
    return UInt(bitPattern: transaction)
  }

  private func freeTransaction(_ address: UInt) { UnsafeMutableRawPointer(bitPattern: address)?.deallocate() }

  // MARK: - Events

  /// Takes what the audio thread has to tell. To be called often: every few milliseconds while a device runs, between two
  /// pulls otherwise.
  public func poll() {
    touchPool()
    while let address = waiting.first, memory.transactions.push(address) { waiting.removeFirst() }
    takeMessages()
    while let event = memory.events.pop() { handle(event) }
  }

  private func takeMessages() {
    let ring = memory.services.messages
    while let length = ring.pop() {
      let words = (0..<max(0, Int(length) - 1)).compactMap { _ in ring.pop() }
      guard words.count >= 2, let kind = UnitMessage.Kind(rawValue: words[0]) else { continue }
      onMessage?(kind, Int32(bitPattern: words[1]), Array(words.dropFirst(2)))
    }
  }

  /// Keeps memory behind the part of the pool that will be needed next.
  private func touchPool() {
    let pool = memory.services.pool.pointee
    let wanted = pool.usedBytes + RealTimePool.readyBytes
    guard wanted > touchedPool + RealTimePool.readyBytes / 4 else { return }
    pool.touch(touchedPool..<wanted)
    touchedPool = wanted
  }

  private func handle(_ event: RenderEvent) {
    switch event.kind {
    case .applied: applied(event)
    case .nodeEnded: ended(event)
    case .meter:
      let levels = StereoLevels(
        peakLeft: event.first, peakRight: event.second, rmsLeft: event.third.squareRoot(),
        rmsRight: event.fourth.squareRoot())
      watchers[event.node]?.meter(levels)
    case .position: watchers[event.node]?.position(event.position)
    case .starved: watchers[event.node]?.starved()
    case .silenced: watchers[event.node]?.silenced(Int(event.index))
    }
  }

  private func applied(_ event: RenderEvent) {
    guard let transaction = Transaction.Pointer(bitPattern: event.pointer) else { return }
    let (changes, _, applied) = pending.removeValue(forKey: event.identifier) ?? (Changes(), nil, nil)
    tell(transaction)
    for (index, report) in changes.reports { report(transaction.pointee.commands[index]) }
    freeTransaction(event.pointer)
    changes.releaseValues()
    reached = max(reached, event.position)
    applied?(
      AppliedChanges(
        frame: event.position, lateFrames: Int(event.first),
        failure: RenderFailure(rawValue: event.index) ?? .none, failedNode: event.node))
  }

  /// Tells what became of nodes in a transaction, in the order in which it did.
  private func tell(_ transaction: Transaction.Pointer) {
    var told = 0
    if let onNotice {
      for index in 0..<Int(transaction.pointee.commandCount) {
        let command = transaction.pointee.commands[index]
        if command.notice == .none { continue }
        while told < min(Int(command.endedBefore), heldEnds.count) {
          onNotice(.ended, heldEnds[told].node, heldEnds[told].place)
          told += 1
        }
        if command.kind == .orderNodes, let row = UnsafePointer<OrderedNode>(bitPattern: command.pointer) {
          for one in UnsafeBufferPointer(start: row, count: command.count) where one.isMoved {
            onNotice(.moved, one.id, one.place)
          }
        } else {
          onNotice(command.notice, command.node, command.place)
        }
      }
    }
    for end in heldEnds[told...] { onNotice?(.ended, end.node, end.place) }
    heldEnds.removeAll(keepingCapacity: true)
  }

  private func ended(_ event: RenderEvent) {
    guard let node = Node.Pointer(bitPattern: event.pointer) else { return }
    let end = (node: node.pointee.id, place: node.pointee.lastPlace)
    onNodeReturned?(node)
    UnsafeMutableRawPointer(node).deallocate()
    if event.index != 1 { watchers.removeValue(forKey: event.node)?.ended() }
    guard event.index == 0 else { return }
    if event.first > 0 { heldEnds.append(end) } else { onNotice?(.ended, end.node, end.place) }
  }

  /// Frees what the rings still hold when the engine goes.
  private func drainRings() {
    while let address = memory.transactions.pop() { freeUnapplied(address) }
    engine.pointee.releaseTransactions { [self] in freeUnapplied(UInt(bitPattern: $0)) }
    while let event = memory.events.pop() {
      if event.kind == .applied || event.kind == .nodeEnded {
        UnsafeMutableRawPointer(bitPattern: event.pointer)?.deallocate()
      }
    }
  }

  private func freeUnapplied(_ address: UInt) {
    guard let transaction = Transaction.Pointer(bitPattern: address) else { return }
    if let entry = pending.removeValue(forKey: transaction.pointee.identifier) { entry.changes.discard() }
    freeTransaction(address)
  }
}
