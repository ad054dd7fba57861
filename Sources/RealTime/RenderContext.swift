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
  @inlinable @inline(__always) public static var scratchFloats: Int { 1024 }

  public var events: RealTimeRing<RenderEvent>

  /// The id of the node that runs.
  public var node: Int32
  /// The frame of this block at which the running node begins: not zero only in its first block.
  public var startOffset: Int32
  /// Whether an audio-rate control of the running node changes within this block.
  public var controlsChange: Bool
  /// Whether meters are to be sent in this block.
  public var metersDue: Bool
  /// A unit that is done writes its done action here (2 frees the node); the engine carries it out after the node's block.
  public var doneAction: UnsafeMutablePointer<Int32>

  public init(
    sampleRate: Double, audioBuses: UnsafeMutablePointer<Float>, audioBusCount: Int,
    busWrites: UnsafeMutablePointer<Int64>, controlBuses: UnsafeMutablePointer<Float>, controlBusCount: Int,
    controlBusWrites: UnsafeMutablePointer<Int64>,
    buffers: UnsafeMutablePointer<SampleBuffer>, bufferCount: Int, scratch: UnsafeMutablePointer<Float>,
    events: RealTimeRing<RenderEvent>, doneAction: UnsafeMutablePointer<Int32>
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
    self.node = 0
    self.startOffset = 0
    self.controlsChange = false
    self.metersDue = false
    self.doneAction = doneAction
  }
}

extension RenderContext {
  /// Sends the running node's levels, peaks and mean squares; lost, not waited for, when control does not keep up.
  @inlinable @inline(__always)
  public func sendMeter(
    peaks: (left: Float, right: Float), meanSquares: (left: Float, right: Float), position: Int64
  ) {
    _ = events.push(
      RenderEvent(
        .meter, node: node, first: peaks.left, second: peaks.right, third: meanSquares.left,
        fourth: meanSquares.right, position: position))
  }

  /// Tells that the running player ran ahead of its file.
  @inlinable @inline(__always)
  public func starve() {
    _ = events.push(RenderEvent(.starved, node: node))
  }
}
