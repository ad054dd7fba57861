/// One unit of a synth, ready to be called.
@frozen
public struct UnitCall: BitwiseCopyable {
  public typealias Pointer = UnsafeMutablePointer<UnitCall>

  public var thunk: UnitThunk
  /// Called once, before the synth's first block, for all units in order; nil: nothing to do.
  public var start: UnitThunk?
  /// Called once, when the synth has ended; nil: nothing to do.
  public var stop: UnitThunk?
  public var state: UnsafeMutableRawPointer
  public var wires: UnsafeRawPointer
  /// What a call renders: a block at audio rate, 1 at control rate, 0 for what is not called of itself (scalar and demand
  /// rate).
  public var frames: Int32
  public var rate: Rate
  public var inputCount: UInt32 = 0
  public var outputCount: UInt32 = 0
  /// Whether the unit has come to its end, as units that watch another ask (Done, FreeSelfWhenDone).
  public var isDone = false

  @inlinable
  public init(
    thunk: @escaping UnitThunk, start: UnitThunk? = nil, stop: UnitThunk? = nil, state: UnsafeMutableRawPointer,
    wires: UnsafeRawPointer, rate: Rate = .audio
  ) {
    self.thunk = thunk
    self.start = start
    self.stop = stop
    self.state = state
    self.wires = wires
    self.rate = rate
    frames =
      switch rate {
      case .audio: Int32(RenderContext.blockFrames)
      case .control: 1
      case .scalar, .demand: 0
      }
  }
}
