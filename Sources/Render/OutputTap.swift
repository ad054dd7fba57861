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
