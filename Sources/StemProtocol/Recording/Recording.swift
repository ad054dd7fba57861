import CRealTime
public import Control
import Dispatch
import Render
public import SoundFiles
import Synchronization

/// A recording of neighbouring buses into a file, written off the audio thread, exact to the frame at both ends.
///
/// The audio thread puts blocks into a ring that holds some ten seconds; a thread of the recording's own writes them, and
/// brings the file's header up to date once a second, so that a file that is cut off still opens.
///
/// - Thread: begun and ended by the engine's owner.
public final class Recording: @unchecked Sendable {
  // Unchecked: the ring's indices are atomic; the file is touched on `queue` alone.

  /// What became of a recording.
  public struct Outcome: Sendable {
    public var path: String
    public var frames: Int64
    public var lostFrames: Int64
    /// Why it ended early, if it did.
    public var failure: String?
  }

  private static let ringFloats = 1 << 20
  /// How often a file's header is brought up to date: what a crash cuts off is less than a second.
  private static let syncsPerSecond = 2.0

  private let file: SoundFileWriter
  private let tap: OutputTap.Pointer
  private let ring: UnsafeMutablePointer<Float>
  private let indices: UnsafeMutablePointer<Int64>
  private let queue = DispatchQueue(label: "syrinx.recording", qos: .userInitiated)
  private let timer: any DispatchSourceTimer
  private let channels: Int
  private let failed = Mutex<String?>(nil)
  private var framesToSync: Int64

  /// Opens the file.
  public init(
    path: String, format: SoundFileFormat, sampleRate: Double, firstBus: Int, channels: Int
  ) throws(SoundFileError) {
    self.channels = channels
    file = try SoundFileWriter(path: path, format: format, channels: channels, sampleRate: sampleRate)
    framesToSync = Int64(sampleRate / Self.syncsPerSecond)
    ring = .allocate(capacity: Self.ringFloats)
    ring.initialize(repeating: 0, count: Self.ringFloats)
    indices = .allocate(capacity: 32)
    indices.initialize(repeating: 0, count: 32)
    tap = .allocate(capacity: 1)
    tap.initialize(
      to: OutputTap(
        samples: ring, capacity: Self.ringFloats, firstBus: firstBus, channels: channels, indices: indices))
    timer = DispatchSource.makeTimerSource(queue: queue)
    timer.setEventHandler { [weak self] in self?.drain() }
    timer.schedule(deadline: .now(), repeating: .milliseconds(50))
    timer.resume()
  }

  deinit {
    timer.cancel()
    ring.deallocate()
    indices.deallocate()
    tap.deallocate()
  }

  /// Why the file takes no more (a full disk), if so: the music goes on, the recording is over.
  public var failure: String? { failed.withLock { $0 } }

  /// Frames that came too fast for the disk.
  public var lostFrames: Int64 { syrinx_load_relaxed(indices + 24) }

  /// Begins at the frame at which the changes take effect.
  public func begin(in changes: inout Changes) { changes.addTap(tap) }

  /// Ends before the frame at which the changes take effect; then `close` it.
  public func end(in changes: inout Changes) { changes.removeTap(tap) }

  /// Completes the file, once the audio thread has let go of the recording; `ended` is called on a thread of the
  /// recording's.
  public func close(_ ended: @escaping @Sendable (Outcome) -> Void) {
    queue.async { [self] in
      timer.cancel()
      drain()
      do throws(SoundFileError) { try file.close() } catch { fail(error) }
      ended(Outcome(path: file.path, frames: file.frames, lostFrames: lostFrames, failure: failure))
    }
  }

  private func fail(_ error: SoundFileError) { failed.withLock { $0 = $0 ?? error.description } }

  /// Writes what the ring holds, in runs that do not wrap. A block is a power of two of frames, and so is the ring, so a
  /// run never ends within a frame as long as the channels divide it; other channel counts go frame by frame.
  private func drain() {
    guard failure == nil else { return }
    let written = syrinx_load_acquire(indices)
    var read = syrinx_load_relaxed(indices + 16)
    do throws(SoundFileError) {
      while read < written {
        let start = Int(read) & (Self.ringFloats - 1)
        var floats = min(Int(written - read), Self.ringFloats - start)
        floats -= floats % channels
        if floats == 0 {
          try writeSplitFrame(at: start)
          floats = channels
        } else {
          try file.write(ring + start, frames: floats / channels)
        }
        read += Int64(floats)
        syrinx_store_release(indices + 16, read)
        framesToSync -= Int64(floats / channels)
      }
      if framesToSync <= 0 {
        framesToSync = Int64(file.sampleRate / Self.syncsPerSecond)
        try file.sync()
      }
    } catch {
      fail(error)
    }
  }

  private func writeSplitFrame(at start: Int) throws(SoundFileError) {
    var frame = [Float](repeating: 0, count: channels)
    for channel in 0..<channels { frame[channel] = ring[(start + channel) & (Self.ringFloats - 1)] }
    try file.write(frame, frames: 1)
  }
}
