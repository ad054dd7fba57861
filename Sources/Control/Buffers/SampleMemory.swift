public import RealTime

#if canImport(Glibc)
import Glibc
#elseif canImport(Darwin)
import Darwin
#endif

/// The samples of a buffer: memory of the system's own, given back to it whole, and the count of frames that are there.
///
/// - Thread: one thread fills it while the audio thread may read what `publish` has told; the last reference frees it.
public final class SampleMemory: @unchecked Sendable {
  // Unchecked: the samples behind `progress` are written by one thread only, those before it are only read.

  public let frames: Int
  public let channels: Int
  /// In hertz.
  public let sampleRate: Double
  public let samples: UnsafeMutablePointer<Float>
  private let progress: UnsafeMutablePointer<Int64>
  private let bytes: Int

  /// The players read up to seven frames more than they use.
  private static let slackFrames = 16

  /// Nil when the system has no such memory, or the length is beyond what players reach (2³⁰ frames).
  public init?(frames: Int, channels: Int, sampleRate: Double) {
    guard frames >= 0, frames <= 1 << 30, channels > 0, channels <= 1024 else { return nil }
    let bytes = (frames + Self.slackFrames) * channels * MemoryLayout<Float>.stride
    #if canImport(Glibc)
    let flags = MAP_PRIVATE | MAP_ANONYMOUS
    #else
    let flags = MAP_PRIVATE | MAP_ANON
    #endif
    guard let memory = mmap(nil, bytes, PROT_READ | PROT_WRITE, flags, -1, 0), memory != MAP_FAILED else { return nil }
    self.bytes = bytes
    self.frames = frames
    self.channels = channels
    self.sampleRate = sampleRate
    samples = memory.bindMemory(to: Float.self, capacity: bytes / MemoryLayout<Float>.stride)
    progress = .allocate(capacity: 1)
    progress.initialize(to: 0)
  }

  deinit {
    munmap(samples, bytes)
    progress.deallocate()
  }

  public var megabytes: Double { Double(bytes) / 1_048_576 }

  public var readyFrames: Int { buffer.readyFrames }

  public var isComplete: Bool { readyFrames >= frames }

  /// As the audio thread sees it.
  public var buffer: SampleBuffer {
    SampleBuffer(samples: samples, frames: frames, channels: channels, sampleRate: sampleRate, progress: progress)
  }

  /// Tells that all frames before this one are there. Thread: the one that fills the memory.
  public func publish(frames: Int) { SampleProgress.publish(progress, frames) }
}
