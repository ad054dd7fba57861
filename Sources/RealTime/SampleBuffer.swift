public import CRealTime

/// Audio in memory as the audio thread sees it: interleaved frames of 32-bit floats or 16-bit integers, all of them there,
/// or growing while a file is read, or a window of a file that is streamed.
///
/// A player asks `isReadable` before it touches frames, multiplies what it reads by `scale`, and tells a streamed buffer
/// with `follow`, once a block, where it reads.
@frozen
public struct SampleBuffer: BitwiseCopyable, @unchecked Sendable {
  // Unchecked: control owns the samples and frees them only after every node that plays them has ended; while a file
  // is still being read, `progress` says (release, acquire) up to where the samples are there, and `window` which are.

  /// Frame 0.
  public var base: UnsafeMutableRawPointer?
  public var frames: Int
  public var channels: Int
  /// In hertz.
  public var sampleRate: Double
  public var encoding: SampleEncoding
  /// What players multiply the samples' values by: a stem's loudness normalisation, else 1.
  public var gain: Float
  /// Frames that are in memory already; nil: all of them.
  public var progress: UnsafeMutablePointer<Int64>?
  /// Of a streamed file; nil: the frames stay where they are once read.
  public var window: UnsafeMutablePointer<SampleWindow>?
  /// What the samples mean while spectral units have the buffer. Thread: audio.
  public var spectrum = SpectrumForm.none
  /// The frame at which a file that is streamed through the buffer has ended; −1: it has not. Thread: audio.
  public var streamEnd = -1

  public init(
    base: UnsafeMutableRawPointer?, encoding: SampleEncoding, frames: Int, channels: Int, sampleRate: Double,
    gain: Float = 1, progress: UnsafeMutablePointer<Int64>? = nil, window: UnsafeMutablePointer<SampleWindow>? = nil
  ) {
    self.base = base
    self.frames = frames
    self.channels = channels
    self.sampleRate = sampleRate
    self.encoding = encoding
    self.gain = gain
    self.progress = progress
    self.window = window
  }

  @inlinable
  public init(
    samples: UnsafeMutablePointer<Float>?, frames: Int, channels: Int, sampleRate: Double,
    progress: UnsafeMutablePointer<Int64>? = nil
  ) {
    base = UnsafeMutableRawPointer(samples)
    self.frames = frames
    self.channels = channels
    self.sampleRate = sampleRate
    encoding = .float32
    gain = 1
    self.progress = progress
    window = nil
  }

  @inlinable @inline(__always)
  public static var empty: SampleBuffer { SampleBuffer(samples: nil, frames: 0, channels: 0, sampleRate: 0) }

  /// Nil when the samples are integers.
  @inlinable @inline(__always)
  public var samples: UnsafeMutablePointer<Float>? {
    encoding == .float32 ? base?.assumingMemoryBound(to: Float.self) : nil
  }

  /// Nil when the samples are floats.
  @inlinable @inline(__always)
  public var integers: UnsafeMutablePointer<Int16>? {
    encoding == .int16 ? base?.assumingMemoryBound(to: Int16.self) : nil
  }

  /// What makes the stored numbers the values that are to sound. Without a gain it is exact: 1, or 1/32768.
  @inlinable @inline(__always)
  public var scale: Float { encoding == .float32 ? gain : gain * 0x1p-15 }

  /// Frames from the beginning that may be read now; of a streamed file only `isReadable` tells.
  @inlinable @inline(__always)
  public var readyFrames: Int {
    guard let progress else { return window == nil ? frames : 0 }
    return Int(syrinx_load_acquire(progress))
  }

  @inlinable @inline(__always)
  public var isStreamed: Bool { window != nil }

  /// Whether all frames from `low` through `high` may be read, until the end of this block. False outside the buffer.
  @inlinable @inline(__always)
  public func isReadable(from low: Int, through high: Int) -> Bool {
    guard let window else { return low >= 0 && high < readyFrames }
    return low >= 0 && high < frames && window.pointee.holds(from: low, through: high)
  }

  /// Tells a streamed buffer where a voice reads and where it goes, so that what it needs next is brought in time. To be
  /// called once a block by every voice, also while it starves or waits; nothing happens when the buffer is not streamed.
  ///
  /// - Parameters:
  ///   - voice: who reads: the id of its node (more, when a unit reads at several places: any number that is its own).
  ///   - frame: `RenderContext.position`.
  ///   - position: 32.32 fixed point, as `increment` (buffer frames in an output frame), `low` and `high`.
  ///   - low, high: the region that it plays; with `loops` it goes around in it.
  @inlinable @inline(__always)
  public func follow(
    voice: Int64, at frame: Int64, position: Int64, increment: Int64, low: Int64, high: Int64, loops: Bool
  ) {
    guard let window else { return }
    window.pointee.follow(
      voice, frame, position: position, increment: increment, low: low, high: high, loops: loops)
  }
}
