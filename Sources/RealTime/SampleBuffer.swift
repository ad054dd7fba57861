public import CRealTime

/// Audio in memory as the audio thread sees it: interleaved 32-bit floats.
@frozen
public struct SampleBuffer: BitwiseCopyable, @unchecked Sendable {
  // Unchecked: control owns the samples and frees them only after every node that plays them has ended; while a file
  // is still being read, `progress` says (release, acquire) up to where the samples are there.

  public var samples: UnsafeMutablePointer<Float>?
  public var frames: Int
  public var channels: Int
  /// In hertz.
  public var sampleRate: Double
  /// Frames that are in memory already; nil: all of them.
  public var progress: UnsafeMutablePointer<Int64>?

  @inlinable
  public init(
    samples: UnsafeMutablePointer<Float>?, frames: Int, channels: Int, sampleRate: Double,
    progress: UnsafeMutablePointer<Int64>? = nil
  ) {
    self.samples = samples
    self.frames = frames
    self.channels = channels
    self.sampleRate = sampleRate
    self.progress = progress
  }

  @inlinable @inline(__always)
  public static var empty: SampleBuffer { SampleBuffer(samples: nil, frames: 0, channels: 0, sampleRate: 0) }

  /// Frames from the beginning that may be read now.
  @inlinable @inline(__always)
  public var readyFrames: Int {
    guard let progress else { return frames }
    return Int(syrinx_load_acquire(progress))
  }
}
