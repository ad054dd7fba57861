/// What a unit sees of the engine while it renders one block.
@frozen
public struct RenderContext: BitwiseCopyable {
  /// Frames in a block, always: control rate is one value each block.
  @inlinable @inline(__always) public static var blockFrames: Int { 64 }

  /// In hertz.
  public var sampleRate: Double
  /// The first frame of this block, counted from the engine's start.
  public var position: Int64

  /// Bus `i` is the `blockFrames` samples from `i * blockFrames`.
  public var audioBuses: UnsafeMutablePointer<Float>
  public var audioBusCount: Int
  /// The number of the block in which each audio bus was last written: who comes first in a block replaces, the rest add.
  public var busWrites: UnsafeMutablePointer<Int64>
  public var controlBuses: UnsafeMutablePointer<Float>
  public var controlBusCount: Int
  /// The number of the block in which each control bus was last written, as `busWrites`. Unlike an audio bus, a control bus
  /// keeps its value until it is written again.
  public var controlBusWrites: UnsafeMutablePointer<Int64>
  /// The number of this block, from 1.
  public var block: Int64

  public var buffers: UnsafeMutablePointer<SampleBuffer>
  public var bufferCount: Int

  /// Scratch for the unit that runs: `scratchFloats` floats, aligned to 64 bytes, holding anything.
  public var scratch: UnsafeMutablePointer<Float>
  @inlinable @inline(__always) public static var scratchFloats: Int { 5632 }

  public var events: RealTimeRing<RenderEvent>
  /// What units have to say that fits into no event: records of words, the first of which is the record's length.
  public var messages: RealTimeRing<UInt32>

  /// The engine's random generators; each synth draws from one of them.
  public var randoms: UnsafeMutablePointer<RandomGenerator>
  public var randomCount: Int
  public var pool: UnsafeMutablePointer<RealTimePool>
  /// What units ask of the tree: `requestCount` of them, up to `requestCapacity`.
  public var requests: UnsafeMutablePointer<NodeRequest>
  public var requestCount: UnsafeMutablePointer<Int32>
  @inlinable @inline(__always) public static var requestCapacity: Int { 1024 }
  /// Of the interpolation that ran last.
  public var kernelWeights: UnsafeMutablePointer<KernelWeights>
  public var outputChannels: Int
  public var inputChannels: Int
  /// What others outside look at.
  public var scopes: ScopeTable
  /// Synths in the tree.
  public var synthCount: Int32

  /// What the running synth's units share.
  public var synth: UnsafeMutablePointer<SynthState>
  /// The id of the node that runs.
  public var node: Int32
  /// The frame of this block at which the running node begins: not zero only in its first block.
  public var startOffset: Int32
  /// The frame of this block from which on the running node renders: not zero only in a first block that is shorter, so
  /// that it begins at its exact frame.
  public var blockStart: Int32
  /// Whether an audio-rate control of the running node changes within this block.
  public var controlsChange: Bool
  /// Whether meters are to be sent in this block.
  public var metersDue: Bool
  /// A unit that is done writes its done action here (2 frees the node); the engine carries it out after the node's block.
  public var doneAction: UnsafeMutablePointer<Int32>

  /// - Parameters:
  ///   - services: what the units of all synths share.
  ///   - synth: any memory for it; the engine sets it anew for each synth.
  public init(
    sampleRate: Double, audioBuses: UnsafeMutablePointer<Float>, audioBusCount: Int,
    busWrites: UnsafeMutablePointer<Int64>, controlBuses: UnsafeMutablePointer<Float>, controlBusCount: Int,
    controlBusWrites: UnsafeMutablePointer<Int64>,
    buffers: UnsafeMutablePointer<SampleBuffer>, bufferCount: Int, scratch: UnsafeMutablePointer<Float>,
    events: RealTimeRing<RenderEvent>, doneAction: UnsafeMutablePointer<Int32>, services: UnitServices
  ) {
    self.sampleRate = sampleRate
    self.position = 0
    self.audioBuses = audioBuses
    self.audioBusCount = audioBusCount
    self.busWrites = busWrites
    self.controlBuses = controlBuses
    self.controlBusCount = controlBusCount
    self.controlBusWrites = controlBusWrites
    self.block = 0
    self.buffers = buffers
    self.bufferCount = bufferCount
    self.scratch = scratch
    self.events = events
    messages = services.messages
    randoms = services.randoms
    randomCount = services.randomCount
    scopes = services.scopes
    pool = services.pool
    requests = services.requests
    requestCount = services.requestCount
    kernelWeights = services.kernelWeights
    outputChannels = services.outputChannels
    inputChannels = services.inputChannels
    synthCount = 0
    synth = services.synth
    self.node = 0
    self.startOffset = 0
    self.blockStart = 0
    self.controlsChange = false
    self.metersDue = false
    self.doneAction = doneAction
  }
}

extension RenderContext {
  /// Blocks in a second.
  @inlinable @inline(__always)
  public var controlRate: Double { sampleRate / Double(Self.blockFrames) }

  /// Values in a second of a signal of this rate.
  @inlinable @inline(__always)
  public func sampleRate(of rate: Rate) -> Double { rate == .audio ? sampleRate : controlRate }

  /// A unit that is done says what is to become of its synth (SuperCollider's done actions, 0…15). Of several in a block
  /// the first counts, but one that ends the synth outdoes one that pauses it.
  @inlinable @inline(__always)
  public func perform(doneAction action: Int32) {
    guard action > 0, action < 16 else { return }
    if doneAction.pointee <= 1 { doneAction.pointee = action }
  }

  /// Asks something of a node of the tree; false when too much was asked for in this block.
  @inlinable @inline(__always)
  @discardableResult
  public func request(_ kind: NodeRequest.Kind, node: Int32) -> Bool {
    let count = Int(requestCount.pointee)
    guard count < Self.requestCapacity else { return false }
    requests[count] = NodeRequest(kind, node: node)
    requestCount.pointee = Int32(count + 1)
    return true
  }

  /// Zeroed memory for the running synth, until it ends; nil when there is none.
  @inlinable @inline(__always)
  public func allocate(bytes: Int) -> UnsafeMutableRawPointer? {
    pool.pointee.take(bytes, onto: &synth.pointee.memory)
  }

  /// Zeroed floats for the running synth, until it ends.
  @inlinable @inline(__always)
  public func allocate(floats: Int) -> UnsafeMutablePointer<Float>? {
    guard floats >= 0, floats < 1 << 40 else { return nil }
    return allocate(bytes: floats * 4)?.assumingMemoryBound(to: Float.self)
  }

  /// The random generator that the running synth draws from.
  @inlinable @inline(__always)
  public var random: UnsafeMutablePointer<RandomGenerator> { randoms + Int(synth.pointee.random) }

  /// The buffer of a number that came over a wire, the synth's own ones too; nil where there is none.
  @inlinable @inline(__always)
  public func buffer(_ value: Float) -> UnsafeMutablePointer<SampleBuffer>? {
    guard value >= 0, value < 2_147_483_520 else { return nil }
    let number = Int(value)
    if number < bufferCount { return buffers + number }
    guard let local = synth.pointee.localBuffers, number - bufferCount < Int(synth.pointee.localBufferCount) else {
      return nil
    }
    return local + (number - bufferCount)
  }
}

extension RenderContext {
  /// Sends the running node's levels, peaks and mean squares; lost, not waited for, when control does not keep up.
  @inlinable @inline(__always)
  public func sendMeter(
    peaks: (left: Float, right: Float), meanSquares: (left: Float, right: Float)
  ) {
    _ = events.push(
      RenderEvent(
        .meter, node: node, first: peaks.left, second: peaks.right, third: meanSquares.left,
        fourth: meanSquares.right))
  }

  /// Sends where the running player is in its source, in frames, 32.32 fixed point; lost as levels are.
  @inlinable @inline(__always)
  public func sendPosition(_ position: Int64) {
    _ = events.push(RenderEvent(.position, node: node, position: position))
  }

  /// Tells that the running player ran ahead of its file.
  @inlinable @inline(__always)
  public func starve() {
    _ = events.push(RenderEvent(.starved, node: node))
  }

  /// Tells that frames of the running node were no finite numbers and were silenced.
  @inlinable @inline(__always)
  public func tellSilenced(frames: Int32) {
    _ = events.push(RenderEvent(.silenced, node: node, index: frames))
  }
}
