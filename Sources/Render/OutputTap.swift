/// A place where the audio thread hands out what it renders: neighbouring buses, interleaved, into a ring of floats.
@frozen
public struct OutputTap: BitwiseCopyable {
  public typealias Pointer = UnsafeMutablePointer<OutputTap>

  public var samples: UnsafeMutablePointer<Float>
  /// A power of two.
  public var capacity: Int
  public var firstBus: Int
  public var channels: Int
  /// [0]: floats written, [16]: floats read, [24]: frames lost because nobody read them in time.
  public var indices: UnsafeMutablePointer<Int64>
  /// The frame of its first block at which it begins.
  var firstFrame = 0
  /// The frame of its last block before which it ends; −1 while it goes on.
  var endFrame = -1
  /// Whether it was removed: one that is removed before it was added is never fed.
  var isRemoved = false
  var next: Pointer?

  public init(
    samples: UnsafeMutablePointer<Float>, capacity: Int, firstBus: Int, channels: Int,
    indices: UnsafeMutablePointer<Int64>
  ) {
    self.samples = samples
    self.capacity = capacity
    self.firstBus = firstBus
    self.channels = channels
    self.indices = indices
  }
}
