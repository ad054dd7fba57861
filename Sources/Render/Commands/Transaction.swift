/// Commands that take effect together at one frame: the head of a slab in which they follow.
///
/// - Thread: control until it is pushed, audio until its `applied` event, control again then.
@frozen
public struct Transaction: BitwiseCopyable {
  public typealias Pointer = UnsafeMutablePointer<Transaction>

  @frozen
  public enum Timing: Int32, BitwiseCopyable, Sendable {
    /// At the beginning of the next block.
    case immediate
    /// At the engine's frame `time`.
    case frame
    /// At the monotonic time `time`, in nanoseconds.
    case host
  }

  var outbox = OutboxLink(.transaction)
  public var identifier: UInt64
  public var timing: Timing
  public var time: Int64
  /// The part of a frame by which it is later than `time`, where that is a frame.
  public var fraction: Float = 0
  public var commands: UnsafeMutablePointer<RenderCommand>
  public var commandCount: Int32
  /// Holds the frame from which on this is not to happen any more.
  public var recalledFrom: UnsafeMutablePointer<Int64>?

  // The audio thread's part.
  var frame: Int64 = 0
  var sequence: UInt64 = 0
  var failure = RenderFailure.none
  var failedNode: Int32 = 0
  var lateFrames: Int64 = 0
  /// Links of the queue.
  var child: Pointer?
  var sibling: Pointer?

  public init(
    identifier: UInt64, timing: Timing, time: Int64, commands: UnsafeMutablePointer<RenderCommand>, commandCount: Int,
    recalledFrom: UnsafeMutablePointer<Int64>? = nil
  ) {
    self.identifier = identifier
    self.timing = timing
    self.time = time
    self.commands = commands
    self.commandCount = Int32(commandCount)
    self.recalledFrom = recalledFrom
  }
}
