public import RealTime

/// All that the two threads share, reserved before the first block: tables, rings and counters.
///
/// - Thread: control makes it, and frees it once no device runs any more.
public struct RenderMemory: @unchecked Sendable {
  // Unchecked: a handle to memory whose use by the two threads the rings and the transactions put in order.

  public let configuration: RenderConfiguration
  public let buffers: VirtualArray<SampleBuffer>
  public let wires: VirtualArray<Float>
  public let events: RealTimeRing<RenderEvent>
  /// Addresses of `Transaction`s.
  public let transactions: RealTimeRing<UInt>
  public let telemetry: RenderTelemetry
  let audioBuses: VirtualArray<Float>
  let busWrites: VirtualArray<Int64>
  let controlBuses: VirtualArray<Float>
  let controlBusWrites: VirtualArray<Int64>
  /// Address space only, where the control buses lie elsewhere.
  private let ownControlBuses: VirtualArray<Float>
  let scratch: UnsafeMutablePointer<Float>
  let doneAction: UnsafeMutablePointer<Int32>
  public let services: UnitServices
  let inputs: InputIntake

  /// Nil when the system does not give the address space.
  public init?(_ configuration: RenderConfiguration) {
    guard
      let buffers = VirtualArray<SampleBuffer>(capacity: configuration.buffers),
      let wires = VirtualArray<Float>(capacity: configuration.wires * RenderContext.blockFrames),
      let audioBuses = VirtualArray<Float>(capacity: configuration.audioBuses * RenderContext.blockFrames),
      let busWrites = VirtualArray<Int64>(capacity: configuration.audioBuses),
      let controlBuses = VirtualArray<Float>(capacity: configuration.controlBuses),
      let controlBusWrites = VirtualArray<Int64>(capacity: configuration.controlBuses),
      let services = UnitServices(
        outputChannels: configuration.outputChannels, inputChannels: configuration.inputChannels,
        seed: Int32(truncatingIfNeeded: MonotonicClock.nanoseconds),
        randomGenerators: configuration.randomGenerators, scopes: configuration.scopes)
    else { return nil }
    self.configuration = configuration
    self.buffers = buffers
    self.wires = wires
    self.audioBuses = audioBuses
    self.busWrites = busWrites
    self.controlBuses =
      UnsafeMutablePointer(bitPattern: configuration.controlBusMemory).map {
        VirtualArray(base: $0, capacity: configuration.controlBuses)
      } ?? controlBuses
    ownControlBuses = controlBuses
    self.controlBusWrites = controlBusWrites
    self.services = services
    inputs = .allocate(firstBus: configuration.outputChannels, channels: configuration.inputChannels)
    events = .allocate(capacity: configuration.eventCapacity)
    transactions = .allocate(capacity: configuration.commandCapacity)
    telemetry = .allocate()
    let scratchBytes = RenderContext.scratchFloats * MemoryLayout<Float>.stride
    scratch = UnsafeMutableRawPointer.allocate(byteCount: scratchBytes, alignment: 64)
      .bindMemory(to: Float.self, capacity: RenderContext.scratchFloats)
    scratch.initialize(repeating: 0, count: RenderContext.scratchFloats)
    doneAction = .allocate(capacity: 1)
    doneAction.initialize(to: 0)
    touchBuses(0..<min(256, configuration.audioBuses))
    // A page's worth and more; the rest comes as control hands the buses out.
    touchControlBuses(0..<min(16_384, configuration.controlBuses))
  }

  /// Has memory put behind the audio buses, before a node uses them.
  public func touchBuses(_ range: Range<Int>) {
    let blockFrames = RenderContext.blockFrames
    audioBuses.touch(range.lowerBound * blockFrames..<range.upperBound * blockFrames)
    busWrites.touch(range)
  }

  /// The same for control buses.
  public func touchControlBuses(_ range: Range<Int>) {
    controlBuses.touch(range)
    controlBusWrites.touch(range)
  }

  func makeContext() -> RenderContext {
    RenderContext(
      sampleRate: configuration.sampleRate, audioBuses: audioBuses.base, audioBusCount: configuration.audioBuses,
      busWrites: busWrites.base, controlBuses: controlBuses.base, controlBusCount: configuration.controlBuses,
      controlBusWrites: controlBusWrites.base,
      buffers: buffers.base, bufferCount: configuration.buffers, scratch: scratch, events: events,
      doneAction: doneAction, services: services)
  }

  public func deallocate() {
    buffers.deallocate()
    wires.deallocate()
    audioBuses.deallocate()
    busWrites.deallocate()
    ownControlBuses.deallocate()
    controlBusWrites.deallocate()
    events.deallocate()
    transactions.deallocate()
    telemetry.deallocate()
    scratch.deallocate()
    doneAction.deallocate()
    services.deallocate()
    inputs.deallocate()
  }
}
