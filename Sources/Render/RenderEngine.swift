import CRealTime
public import RealTime

/// The audio thread's side of the engine: it applies transactions, walks the node tree block by block, and hands the
/// sound to the device.
///
/// - Thread: made and unmade by control while no device runs; otherwise the audio thread's alone.
public struct RenderEngine: ~Copyable {
  let memory: RenderMemory
  var context: RenderContext
  var tree = NodeTree()
  var queue = TransactionQueue()
  var ended = Outbox()
  var clock: HostClock
  var watch: StepWatch
  var taps: OutputTap.Pointer?
  var inputs: InputIntake
  /// Frames of the current block that the device has not taken yet.
  var unreadFrames = 0
  var framesToMeters: Int
  /// Of the transaction that is being applied: the part of a frame by which it is later than its frame.
  var fraction: Float = 0

  /// How often levels are told, in hertz.
  private static let metersPerSecond = 20.0

  public init(memory: RenderMemory) {
    self.memory = memory
    context = memory.makeContext()
    clock = HostClock(sampleRate: memory.configuration.sampleRate)
    watch = StepWatch(isOn: memory.configuration.watchesSteps)
    framesToMeters = 0
    inputs = memory.inputs
  }

  /// Renders what the device asks for: any number of frames.
  #if RTCHECK
  @_noLocks
  #endif
  public mutating func render(
    _ outputs: UnsafePointer<UnsafeMutablePointer<Float>>, inputs samples: UnsafePointer<UnsafePointer<Float>>? = nil,
    frames: Int, hostNanoseconds: UInt64
  ) {
    syrinx_flush_denormals()
    let began = syrinx_monotonic_nanoseconds()
    let processorBegan = syrinx_thread_nanoseconds()
    watch.beginCall()
    clock.update(frame: context.position &- Int64(unreadFrames), hostNanoseconds: hostNanoseconds)
    var done = 0
    while done < frames {
      if unreadFrames == 0 {
        if let samples { inputs.give(context, samples, at: done, left: frames &- done) }
        renderBlock()
        unreadFrames = RenderContext.blockFrames
      }
      let count = min(frames &- done, unreadFrames)
      copyOutputs(outputs, at: done, count: count)
      watch.step()
      if let samples { inputs.keep(samples, at: done, count: count, to: RenderContext.blockFrames &- unreadFrames) }
      done &+= count
      unreadFrames &-= count
    }
    let telemetry = memory.telemetry
    let busy = Int64(bitPattern: syrinx_monotonic_nanoseconds() &- began)
    telemetry.store(.busyNanoseconds, telemetry.load(.busyNanoseconds) &+ busy)
    telemetry.store(.hostNanoseconds, Int64(bitPattern: hostNanoseconds))
    if frames > 0 {
      let load = Int64(Double(busy) * context.sampleRate / Double(frames) * 1e-3)
      if load > telemetry.load(.peakLoad) { telemetry.store(.peakLoad, load) }
      if load > 1_000_000 { countOverrun(frames, since: processorBegan) }
    }
  }

  /// A call that was late is an overrun of our own when the thread had a processor for all that time; otherwise the
  /// machine gave it to others. A machine that is itself a guest may stand still and yet count the time as ours.
  private func countOverrun(_ frames: Int, since began: UInt64) {
    let available = Double(frames) / context.sampleRate * 1e9
    let busy = syrinx_thread_nanoseconds() &- began
    guard Double(busy) > available else { return }
    let field: RenderTelemetry.Field = Double(busy &- watch.longest) < available ? .standstills : .overruns
    memory.telemetry.store(field, memory.telemetry.load(field) &+ 1)
  }

  /// One block of 64 frames, never split.
  private mutating func renderBlock() {
    let began = syrinx_monotonic_nanoseconds()
    defer { memory.telemetry.countBlock(nanoseconds: syrinx_monotonic_nanoseconds() &- began) }
    context.block &+= 1
    takeTransactions()
    applyDue()
    stopUnits()
    watch.begin()
    context.metersDue = framesToMeters <= 0
    if context.metersDue { framesToMeters &+= Int(context.sampleRate / Self.metersPerSecond) }
    framesToMeters &-= RenderContext.blockFrames
    tree.beginWalk()
    while let node = tree.nextInWalk() {
      if let next = tree.upcoming { bringNear(next, lines: node.pointee.lines) }
      guard node.pointee.isRunning else { continue }
      if !node.pointee.isGroup { run(node) } else if node.pointee.isTraced { traceGroup(node) }
      watch.step()
    }
    feedTaps()
    context.position &+= Int64(RenderContext.blockFrames)
    ended.deliver(to: context.events, context.pool)
    let telemetry = memory.telemetry
    syrinx_store_release(telemetry.fields + RenderTelemetry.Field.position.rawValue, context.position)
    telemetry.store(.synths, Int64(tree.synthCount))
    telemetry.store(.groups, Int64(tree.groupCount))
    telemetry.store(.units, Int64(tree.unitCount))
    watch.step()
  }

  /// Has the memory of the node that runs next brought near while this one runs: as much as this one has, for most
  /// neighbours are alike, and to ask the other how much it has would be to wait for it. A few synths stay near anyway.
  private func bringNear(_ node: Node.Pointer, lines: Int32) {
    guard tree.synthCount &* Int(lines) > Self.nearLines else { return }
    let memory = UnsafeRawPointer(node)
    var line = 0
    while line < min(Int(lines), Self.mostLines) {
      syrinx_prefetch(memory + 64 &* line)
      line &+= 1
    }
  }

  /// Of what is brought near ahead of time: a quarter of the nearest cache.
  private static let mostLines = 128
  /// Of what the second cache holds from one block to the next: three quarters of a megabyte.
  private static let nearLines = 12_288

  private mutating func run(_ node: Node.Pointer) {
    guard let calls = node.pointee.calls else { return }
    let isFirst = !node.pointee.hasRun
    context.node = node.pointee.id
    context.synth = withUnsafeMutablePointer(to: &node.pointee.synth) { $0 }
    context.synthCount = Int32(truncatingIfNeeded: tree.synthCount)
    context.startOffset = isFirst ? node.pointee.startOffset : 0
    context.blockStart = isFirst && isShortened(node) ? node.pointee.startOffset : 0
    context.controlsChange = node.pointee.controlsChange
    context.doneAction.pointee = 0
    if node.pointee.hasMaps { fetchControls(node, isFirst: isFirst) }
    if context.blockStart > 0 { shiftControls(node) }
    if isFirst, node.pointee.hasTriggers { holdTriggers(node, back: false) }
    node.pointee.hasRun = true
    let end = calls + Int(node.pointee.callCount)
    let isTraced = node.pointee.isTraced && !isFirst
    if isTraced { beginTrace(node) }
    if isFirst {
      withUnsafeMutablePointer(to: &context) { Self.start(calls, end, UnsafePointer($0)) }
      if node.pointee.hasTriggers { holdTriggers(node, back: true) }
    }
    // Where it lies: of what is not `inout` a copy would be handed on.
    withUnsafeMutablePointer(to: &context) { lying in
      let context = UnsafePointer(lying)
      if isTraced {
        Self.traceUnits(calls, end, context)
      } else if context.pointee.blockStart > 0 {
        Self.renderShort(calls, end, context)
      } else {
        Self.render(calls, end, context)
      }
    }
    if node.pointee.controlsChange { settleControls(node) }
    if node.pointee.hasTriggers { resetTriggers(node) }
    if context.doneAction.pointee > 0 { perform(context.doneAction.pointee, node) }
    if context.requestCount.pointee > 0 { carryOutRequests() }
  }

  private static func render(
    _ calls: UnitCall.Pointer, _ end: UnitCall.Pointer, _ context: UnsafePointer<RenderContext>
  ) {
    var call = calls
    while call < end {
      if call.pointee.frames > 0 {
        syrinx_call_unit(
          call.pointee.thunk, call.pointee.state, UnsafeRawPointer(context), call.pointee.wires,
          Int(call.pointee.frames))
      }
      call += 1
    }
  }

  /// All units of a new synth, in order, before its first block.
  private static func start(_ calls: UnitCall.Pointer, _ end: UnitCall.Pointer, _ context: UnsafePointer<RenderContext>)
  {
    var call = calls
    while call < end {
      if let start = call.pointee.start {
        syrinx_call_unit(start, call.pointee.state, UnsafeRawPointer(context), call.pointee.wires, 1)
      }
      call += 1
    }
  }

  /// What the synth that has just run asked of the tree.
  private mutating func carryOutRequests() {
    var index = 0
    let count = Int(context.requestCount.pointee)
    while index < count {
      let request = context.requests[index]
      index &+= 1
      guard request.node != 0, let node = tree.find(request.node) else { continue }
      switch request.kind {
      case .free: end(node)
      case .pause: setRunningForUnit(node, false)
      case .resume: setRunningForUnit(node, true)
      }
    }
    context.requestCount.pointee = 0
  }

  private func settleControls(_ node: Node.Pointer) {
    node.pointee.controlsChange = false
    guard let controls = node.pointee.controls else { return }
    var index = 0
    while index < Int(node.pointee.controlCount) {
      controls[index].settle()
      index &+= 1
    }
  }

  private func copyOutputs(_ outputs: UnsafePointer<UnsafeMutablePointer<Float>>, at offset: Int, count: Int) {
    let blockFrames = RenderContext.blockFrames
    let first = blockFrames &- unreadFrames
    var channel = 0
    while channel < memory.configuration.outputChannels {
      let output = outputs[channel] + offset
      if context.busWrites[channel] == context.block {
        syrinx_copy_bytes(output, context.audioBuses + channel &* blockFrames + first, count &* 4)
      } else {
        syrinx_clear_bytes(output, count &* 4)
      }
      channel &+= 1
    }
  }
}

extension RenderEngine {
  /// The engine as a backend calls it. The memory behind the pointer outlives the stream.
  public static func renderer(_ engine: UnsafeMutablePointer<RenderEngine>) -> AudioRenderer {
    AudioRenderer(context: UnsafeMutableRawPointer(engine)) { context, inputs, outputs, frames, hostNanoseconds in
      context.assumingMemoryBound(to: RenderEngine.self).pointee
        .render(outputs, inputs: inputs, frames: frames, hostNanoseconds: hostNanoseconds)
    }
  }
}
