import RealTime

/// One unit by itself, rendered block by block outside of any engine.
final class UnitBench {
  enum Signal {
    case constant(Float)
    /// A value for each frame since the start.
    case audio((Int) -> Float)
  }

  let sampleRate: Double
  private let buses: VirtualArray<Float>
  private let busWrites: VirtualArray<Int64>
  private let controlBuses: VirtualArray<Float>
  private let controlBusWrites: VirtualArray<Int64>
  private let buffers: VirtualArray<SampleBuffer>
  private let scratch: UnsafeMutablePointer<Float>
  private let doneAction: UnsafeMutablePointer<Int32>
  private let events: RealTimeRing<RenderEvent>
  private let services: UnitServices
  private let context: UnsafeMutablePointer<RenderContext>
  private var slabs: [UnsafeMutableRawPointer] = []

  /// Frames that the units told were silenced.
  private(set) var silencedFrames = 0

  static let busCount = 64
  static let bufferCount = 16

  init(sampleRate: Double = 44_100, scopes: ScopeMemory? = nil) {
    self.sampleRate = sampleRate
    guard
      let buses = VirtualArray<Float>(capacity: Self.busCount * RenderContext.blockFrames),
      let busWrites = VirtualArray<Int64>(capacity: Self.busCount),
      let controlBuses = VirtualArray<Float>(capacity: 64),
      let controlBusWrites = VirtualArray<Int64>(capacity: 64),
      let buffers = VirtualArray<SampleBuffer>(capacity: Self.bufferCount),
      let services = UnitServices(outputChannels: 2, inputChannels: 0, seed: 1, scopes: scopes)
    else { preconditionFailure("no address space") }
    self.buses = buses
    self.busWrites = busWrites
    self.controlBuses = controlBuses
    self.controlBusWrites = controlBusWrites
    self.buffers = buffers
    self.services = services
    let raw = UnsafeMutableRawPointer.allocate(byteCount: 4 * RenderContext.scratchFloats, alignment: 64)
    scratch = raw.bindMemory(to: Float.self, capacity: RenderContext.scratchFloats)
    scratch.initialize(repeating: .nan, count: RenderContext.scratchFloats)
    doneAction = .allocate(capacity: 1)
    doneAction.initialize(to: 0)
    events = .allocate(capacity: 1024)
    context = .allocate(capacity: 1)
    context.initialize(
      to: RenderContext(
        sampleRate: sampleRate, audioBuses: buses.base, audioBusCount: Self.busCount, busWrites: busWrites.base,
        controlBuses: controlBuses.base, controlBusCount: 64, controlBusWrites: controlBusWrites.base,
        buffers: buffers.base, bufferCount: Self.bufferCount, scratch: scratch, events: events, doneAction: doneAction,
        services: services))
  }

  deinit {
    buses.deallocate()
    busWrites.deallocate()
    controlBuses.deallocate()
    controlBusWrites.deallocate()
    buffers.deallocate()
    scratch.deallocate()
    doneAction.deallocate()
    events.deallocate()
    services.deallocate()
    context.deallocate()
    for slab in slabs { slab.deallocate() }
  }

  /// Whether the unit that ran last asked for its synth to be freed.
  var isDone: Bool { doneAction.pointee == 2 }

  private func allocate(_ bytes: Int) -> UnsafeMutableRawPointer {
    let slab = UnsafeMutableRawPointer.allocate(byteCount: max(64, bytes), alignment: 64)
    slab.initializeMemory(as: UInt8.self, repeating: 0, count: max(64, bytes))
    slabs.append(slab)
    return slab
  }

  /// Puts interleaved samples into a buffer, with the few frames behind them that players may read.
  func fill(_ number: Int, _ samples: [Float], channels: Int, sampleRate: Double) {
    let memory = allocate(4 * (samples.count + 16 * channels)).bindMemory(to: Float.self, capacity: samples.count)
    for (index, sample) in samples.enumerated() { memory[index] = sample }
    buffers.base[number] = SampleBuffer(
      samples: memory, frames: samples.count / channels, channels: channels, sampleRate: sampleRate)
  }

  /// The same of 16-bit integers.
  func fill(_ number: Int, _ samples: [Int16], channels: Int, sampleRate: Double) {
    let memory = allocate(2 * (samples.count + 16 * channels))
    for (index, sample) in samples.enumerated() {
      memory.storeBytes(of: sample, toByteOffset: 2 * index, as: Int16.self)
    }
    buffers.base[number] = SampleBuffer(
      base: memory, encoding: .int16, frames: samples.count / channels, channels: channels, sampleRate: sampleRate)
  }

  func bus(_ number: Int) -> [Float] {
    let frames = RenderContext.blockFrames
    return (0..<frames).map { buses.base[number * frames + $0] }
  }

  /// Writes to a bus as the first unit of the coming block would.
  func write(_ value: Float, toBus number: Int) {
    let frames = RenderContext.blockFrames
    for frame in 0..<frames { buses.base[number * frames + frame] = value }
    busWrites.base[number] = context.pointee.block + 1
  }

  /// Renders blocks of a new unit; gives back its outputs. A negative number of outputs: as many as it names.
  func run(
    _ unit: UnitDescriptor, _ signals: [Signal], outputs count: Int? = nil, blocks: Int, startOffset: Int = 0,
    controlsChange: Bool = true
  ) -> [[Float]] {
    let frames = RenderContext.blockFrames
    let outputs = count ?? unit.specification.outputs.count
    // Before the wires: no sources, and the unit's call.
    let ahead = 8 * (signals.count + 1)
    let call = allocate(MemoryLayout<UnitCall>.stride).bindMemory(to: UnitCall.self, capacity: 1)
    let slab = allocate(ahead + 8 * (signals.count + outputs))
    (slab + ahead - 8).storeBytes(of: call, as: UnitCall.Pointer.self)
    let table = (slab + ahead)
      .bindMemory(to: UnsafeMutablePointer<Float>.self, capacity: signals.count + outputs)
    for index in 0..<signals.count + outputs {
      (table + index).initialize(to: allocate(4 * frames).bindMemory(to: Float.self, capacity: frames))
    }
    for (index, signal) in signals.enumerated() {
      if case .constant(let value) = signal { table[index].update(repeating: value, count: frames) }
    }
    let rates: [Rate] = signals.map { if case .constant = $0 { .scalar } else { .audio } }
    let values: [Float?] = signals.map { if case .constant(let value) = $0 { value } else { nil } }
    let state = allocate(unit.stateBytes)
    unit.initialise(
      state,
      UnitPreparation(
        sampleRate: sampleRate, rate: unit.specification.rates.first ?? .audio, inputRates: rates, inputValues: values,
        outputCount: outputs, specialIndex: 0))
    call.initialize(
      to: UnitCall(thunk: unit.thunk, start: unit.startThunk, state: state, wires: UnsafeRawPointer(table)))
    var rendered = [[Float]](repeating: [], count: outputs)
    doneAction.pointee = 0
    for block in 0..<blocks {
      context.pointee.block += 1
      context.pointee.startOffset = block == 0 ? Int32(startOffset) : 0
      context.pointee.controlsChange = controlsChange
      context.pointee.metersDue = block % 23 == 0
      for (index, signal) in signals.enumerated() {
        if case .audio(let value) = signal {
          for frame in 0..<frames { table[index][frame] = value(block * frames + frame) }
        }
      }
      if block == 0 { unit.startThunk?(state, UnsafeRawPointer(context), UnsafeRawPointer(table), 1) }
      unit.thunk(state, UnsafeRawPointer(context), UnsafeRawPointer(table), frames)
      context.pointee.position += Int64(frames)
      for output in 0..<outputs {
        rendered[output] += UnsafeBufferPointer(start: table[signals.count + output], count: frames)
      }
      while let event = events.pop() {
        if event.kind == .silenced { silencedFrames += Int(event.index) }
      }
    }
    return rendered
  }
}
