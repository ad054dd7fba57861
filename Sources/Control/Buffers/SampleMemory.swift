public import RealTime

#if canImport(Glibc)
import Glibc
#elseif canImport(Darwin)
import Darwin
#endif

/// The samples of a buffer: memory of the system's own, given back to it whole, and what of it is there: frames from the
/// beginning (`publish`), or chunks of a streamed file (`window`).
///
/// - Thread: one thread fills it while the audio thread may read what it was told of; the last reference frees it.
public final class SampleMemory: @unchecked Sendable {
  // Unchecked: samples that are not told of yet are written by one thread only, the others are only read; `gain` is set
  // before the audio thread gets the buffer, or by control alone.

  public let frames: Int
  public let channels: Int
  /// In hertz.
  public let sampleRate: Double
  public let encoding: SampleEncoding
  /// Frame 0.
  public let base: UnsafeMutableRawPointer
  /// Of the stem's loudness normalisation; takes effect with the next `buffer` that the engine gets.
  public var gain: Float = 1
  private let progress: UnsafeMutablePointer<Int64>
  private let windowCell: UnsafeMutablePointer<SampleWindow>?
  /// What is reserved; a streamed file uses little of it.
  public let reservedBytes: Int

  /// The players read up to seven frames more than they use.
  private static let slackFrames = 16
  /// What players reach.
  public static let mostFrames = 1 << 30

  /// - Parameter window: for a streamed file, whose memory is used as its chunks come; this takes it over.
  ///
  /// Nil when the system has no such memory, or the length is beyond what players reach (2³⁰ frames).
  public init?(
    frames: Int, channels: Int, sampleRate: Double, encoding: SampleEncoding = .float32, window: SampleWindow? = nil
  ) {
    guard frames >= 0, frames <= Self.mostFrames, channels > 0, channels <= 1024 else { return nil }
    let bytes = Self.bytes(frames: frames, channels: channels, encoding: encoding)
    #if canImport(Glibc)
    let flags = MAP_PRIVATE | MAP_ANONYMOUS | (window == nil ? 0 : MAP_NORESERVE)
    #else
    let flags = MAP_PRIVATE | MAP_ANON
    #endif
    guard let memory = mmap(nil, bytes, PROT_READ | PROT_WRITE, flags, -1, 0), memory != MAP_FAILED else { return nil }
    reservedBytes = bytes
    self.frames = frames
    self.channels = channels
    self.sampleRate = sampleRate
    self.encoding = encoding
    base = memory
    progress = .allocate(capacity: 1)
    progress.initialize(to: 0)
    windowCell = window.map { window in
      let cell = UnsafeMutablePointer<SampleWindow>.allocate(capacity: 1)
      cell.initialize(to: window)
      return cell
    }
  }

  deinit {
    munmap(base, reservedBytes)
    progress.deallocate()
    windowCell?.pointee.deallocate()
    windowCell?.deallocate()
  }

  /// What so many frames take in memory.
  public static func bytes(frames: Int, channels: Int, encoding: SampleEncoding) -> Int {
    (frames + slackFrames) * channels * encoding.bytes
  }

  public var bytesPerFrame: Int { channels * encoding.bytes }

  public var window: SampleWindow? { windowCell?.pointee }

  /// Of 32-bit floats.
  public var samples: UnsafeMutablePointer<Float> {
    precondition(encoding == .float32, "these samples are integers")
    return base.assumingMemoryBound(to: Float.self)
  }

  /// Of 16-bit integers.
  public var integers: UnsafeMutablePointer<Int16> {
    precondition(encoding == .int16, "these samples are floats")
    return base.assumingMemoryBound(to: Int16.self)
  }

  public var megabytes: Double { Double(reservedBytes) / 1_048_576 }

  /// Frames from the beginning that are there; 0 when the file is streamed.
  public var readyFrames: Int { buffer.readyFrames }

  public var isComplete: Bool { readyFrames >= frames }

  /// As the audio thread sees it.
  public var buffer: SampleBuffer {
    SampleBuffer(
      base: base, encoding: encoding, frames: frames, channels: channels, sampleRate: sampleRate, gain: gain,
      progress: windowCell == nil ? progress : nil, window: windowCell)
  }

  /// Gives the memory of frames back to the system; their address stays, with silence until they are written again. Whole
  /// pages of memory only: chunks of a window are.
  ///
  /// - Thread: control, once nobody reads them.
  public func giveBack(_ frames: Range<Int>) {
    #if canImport(Glibc)
    let advice = MADV_DONTNEED
    #else
    let advice = MADV_FREE
    #endif
    madvise(base + frames.lowerBound * bytesPerFrame, frames.count * bytesPerFrame, advice)
  }

  /// Tells that all frames before this one are there. Thread: the one that fills the memory.
  public func publish(frames: Int) { SampleProgress.publish(progress, frames) }
}
