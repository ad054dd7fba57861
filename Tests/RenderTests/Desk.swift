import RealTime
import Render

/// An engine with nothing around it: it takes commands, renders blocks, and keeps what it tells.
final class Desk {
  let memory: RenderMemory
  let engine: UnsafeMutablePointer<RenderEngine>
  private var slabs: [UnsafeMutableRawPointer] = []
  private var nextTransaction: UInt64 = 1
  private let outputs: UnsafeMutablePointer<UnsafeMutablePointer<Float>>
  private let room = 65_536
  private(set) var events: [RenderEvent] = []
  /// Frames pulled so far.
  private(set) var pulled: Int64 = 0
  let sampleRate: Double

  init(sampleRate: Double = 44_100, outputChannels: Int = 2, events: Int = 65_536) {
    self.sampleRate = sampleRate
    var configuration = RenderConfiguration(sampleRate: sampleRate, outputChannels: outputChannels)
    configuration.eventCapacity = events
    guard let memory = RenderMemory(configuration) else { preconditionFailure("no address space") }
    self.memory = memory
    engine = .allocate(capacity: 1)
    engine.initialize(to: RenderEngine(memory: memory))
    outputs = .allocate(capacity: outputChannels)
    for channel in 0..<outputChannels {
      let samples = UnsafeMutablePointer<Float>.allocate(capacity: room)
      samples.initialize(repeating: .nan, count: room)
      (outputs + channel).initialize(to: samples)
    }
  }

  deinit {
    for channel in 0..<memory.configuration.outputChannels { outputs[channel].deallocate() }
    outputs.deallocate()
    engine.deinitialize(count: 1)
    engine.deallocate()
    memory.deallocate()
    for slab in slabs { slab.deallocate() }
  }

  // MARK: - Rendering

  /// Pulls frames and gives back the first channel.
  ///
  /// Never inlined: where the result is not used, Swift 6.3 frees the array before it fills it.
  @inline(never)
  @discardableResult
  func pull(_ frames: Int = RenderContext.blockFrames, at hostNanoseconds: UInt64? = nil) -> [Float] {
    let time = hostNanoseconds ?? UInt64(Double(pulled) * 1e9 / sampleRate)
    engine.pointee.render(outputs, frames: frames, hostNanoseconds: time)
    pulled += Int64(frames)
    takeEvents()
    return Array(UnsafeBufferPointer(start: outputs[0], count: frames))
  }

  func channel(_ number: Int, _ frames: Int) -> [Float] {
    Array(UnsafeBufferPointer(start: outputs[number], count: frames))
  }

  func takeEvents() { while let event = memory.events.pop() { events.append(event) } }

  /// The events of a kind since the last time, of all kinds when none is named.
  func take(_ kind: RenderEvent.Kind? = nil) -> [RenderEvent] {
    defer { events.removeAll { kind == nil || $0.kind == kind } }
    return events.filter { kind == nil || $0.kind == kind }
  }

  // MARK: - Commands

  /// Hands commands to the engine as one transaction; gives back its number.
  @discardableResult
  func send(_ commands: [RenderCommand], _ timing: Transaction.Timing = .immediate, time: Int64 = 0) -> UInt64 {
    let head = MemoryLayout<Transaction>.stride
    let slab = allocate(head + MemoryLayout<RenderCommand>.stride * commands.count)
    let list = (slab + head).bindMemory(to: RenderCommand.self, capacity: commands.count)
    for (index, command) in commands.enumerated() { (list + index).initialize(to: command) }
    let transaction = slab.bindMemory(to: Transaction.self, capacity: 1)
    transaction.initialize(
      to: Transaction(
        identifier: nextTransaction, timing: timing, time: time, commands: list, commandCount: commands.count))
    precondition(memory.transactions.push(UInt(bitPattern: transaction)), "the ring is full")
    nextTransaction += 1
    return nextTransaction - 1
  }

  func allocate(_ bytes: Int) -> UnsafeMutableRawPointer {
    let slab = UnsafeMutableRawPointer.allocate(byteCount: bytes, alignment: 64)
    slab.initializeMemory(as: UInt8.self, repeating: 0, count: bytes)
    slabs.append(slab)
    return slab
  }

  static func add(_ node: Node.Pointer, _ action: AddAction, _ target: Int32) -> RenderCommand {
    RenderCommand(.addNode, node: target, index: action.rawValue, pointer: UInt(bitPattern: node))
  }

  func group(_ id: Int32) -> Node.Pointer {
    let node = allocate(MemoryLayout<Node>.stride).bindMemory(to: Node.self, capacity: 1)
    node.initialize(to: Node(group: id))
    return node
  }

  /// A synth of one unit, with controls of its own.
  func synth(_ id: Int32, _ unit: ProbeUnit, controls rates: [Rate] = []) -> Node.Pointer {
    let slab = allocate(4096)
    let call = (slab + 1024).bindMemory(to: UnitCall.self, capacity: 1)
    let state = slab + 1536
    let wires = slab + 1280
    let slots = (slab + 2048).bindMemory(to: ControlSlot.self, capacity: rates.count)
    let table = wires.bindMemory(to: UnsafeMutablePointer<Float>.self, capacity: max(1, rates.count))
    for (index, rate) in rates.enumerated() {
      let values = allocate(4 * rate.floats).bindMemory(to: Float.self, capacity: rate.floats)
      table[index] = values
      (slots + index).initialize(to: ControlSlot(values: values, isAudioRate: rate == .audio))
    }
    state.initializeMemory(as: ProbeUnit.self, to: unit)
    call.initialize(to: UnitCall(thunk: ProbeUnit.thunk, state: state, wires: UnsafeRawPointer(wires)))
    let node = slab.bindMemory(to: Node.self, capacity: 1)
    node.initialize(
      to: Node(synth: id, calls: call, callCount: 1, controls: slots, controlCount: rates.count))
    return node
  }
}
