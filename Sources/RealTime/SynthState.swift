/// What the units of one synth share, beside their wires.
///
/// - Thread: the audio thread's, once the synth is in the tree.
@frozen
public struct SynthState: BitwiseCopyable {
  /// Which of the engine's random generators it draws from.
  public var random: Int32 = 0
  /// Memory that its units took from the pool, linked; given back when the synth ends.
  public var memory: UnsafeMutableRawPointer?
  /// The part of a frame by which it should have begun later than its first frame, 0..<1.
  public var subsampleOffset: Float = 0

  /// Buffers of its own: numbers from the engine's count of buffers on mean these.
  public var localBuffers: UnsafeMutablePointer<SampleBuffer>?
  public var localBufferCount: Int32 = 0
  public var localBufferCapacity: Int32 = 0

  /// What LocalIn reads and LocalOut writes, at audio and at control rate: blocks, and the number of the block in which
  /// each was last written.
  public var localAudio: UnsafeMutablePointer<Float>?
  public var localAudioWrites: UnsafeMutablePointer<Int64>?
  public var localAudioChannels: Int32 = 0
  public var localControl: UnsafeMutablePointer<Float>?
  public var localControlChannels: Int32 = 0

  @inlinable public init() {}
}
