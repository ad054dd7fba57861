/// What a unit that streams a buffer's file wants to have done, off the audio thread, with some frames of the buffer.
@frozen
public struct DiskRequest: BitwiseCopyable, Sendable {
  @frozen
  public enum Operation: UInt32, BitwiseCopyable, Sendable {
    /// Fills the frames from the file; behind its end with silence.
    case read
    /// The same; behind the end of the file comes its beginning.
    case readAround
    /// Appends the frames to the file.
    case write
    /// A synth begins to write: it does so to the file that the buffer has open now, until it ends.
    case begin
    /// It has ended: the last frames are appended.
    case end
  }

  public var operation: Operation
  /// The buffer's number.
  public var buffer: Int32
  public var firstFrame: Int32
  public var frames: Int32
  /// That the buffer had.
  public var channels: Int32

  @inlinable
  public init(_ operation: Operation, buffer: Int, firstFrame: Int = 0, frames: Int = 0, channels: Int) {
    self.operation = operation
    self.buffer = Int32(truncatingIfNeeded: buffer)
    self.firstFrame = Int32(truncatingIfNeeded: firstFrame)
    self.frames = Int32(truncatingIfNeeded: frames)
    self.channels = Int32(truncatingIfNeeded: channels)
  }

  /// From a message's words; nil when they are none.
  public init?(words: [UInt32]) {
    guard words.count >= 5, let operation = Operation(rawValue: words[0]) else { return nil }
    self.operation = operation
    buffer = Int32(bitPattern: words[1])
    firstFrame = Int32(bitPattern: words[2])
    frames = Int32(bitPattern: words[3])
    channels = Int32(bitPattern: words[4])
  }
}

extension UnitMessage.Builder {
  @inlinable @inline(__always)
  public mutating func append(_ request: DiskRequest) {
    append(request.operation.rawValue)
    append(request.buffer)
    append(request.firstFrame)
    append(request.frames)
    append(request.channels)
  }
}
