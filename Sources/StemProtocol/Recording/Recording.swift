import CRealTime
public import Control
import Dispatch
import Render
public import SoundFiles

/// A recording of neighbouring buses into a file, written off the audio thread.
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

  private let file: SoundFileWriter
  private let tap: OutputTap.Pointer
  private let ring: UnsafeMutablePointer<Float>
  private let indices: UnsafeMutablePointer<Int64>
  private let queue = DispatchQueue(label: "syrinx.recording", qos: .userInitiated)
  private let timer: any DispatchSourceTimer
  private let channels: Int
  private let onFailure: @Sendable (String) -> Void
  private var failure: String?
  private var framesToSync: Int64

  /// Opens the file and begins with the next block.
  ///
  /// - onFailure: called once, on a thread of the recording's, when the file takes no more (a full disk): the music goes
  ///   on, the recording ends.
  public init(
    path: String, format: SoundFileFormat, engine: EngineControl, firstBus: Int = 0, channels: Int,
    onFailure: @escaping @Sendable (String) -> Void
  ) throws(SoundFileError) {
    self.channels = channels
    self.onFailure = onFailure
    file = try SoundFileWriter(path: path, format: format, channels: channels, sampleRate: engine.sampleRate)
    framesToSync = Int64(engine.sampleRate)
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
    var changes = Changes()
    changes.addTap(tap)
    engine.commit(changes)
  }

  deinit {
    timer.cancel()
    ring.deallocate()
    indices.deallocate()
    tap.deallocate()
  }

  /// Ends with the block that the engine renders next; `ended` is called on a thread of the recording's.
  public func stop(_ engine: EngineControl, ended: @escaping @Sendable (Outcome) -> Void) {
    var changes = Changes()
    changes.removeTap(tap)
    engine.commit(changes) { [self] _ in close(ended) }
  }

  /// Ends a recording whose engine renders no more.
  public func close(_ ended: @escaping @Sendable (Outcome) -> Void) {
    queue.async { [self] in
      timer.cancel()
      drain()
      do throws(SoundFileError) { try file.close() } catch { failure = failure ?? error.description }
      ended(
        Outcome(
          path: file.path, frames: file.frames, lostFrames: syrinx_load_relaxed(indices + 24), failure: failure))
    }
  }

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
        framesToSync = Int64(file.sampleRate)
        try file.sync()
      }
    } catch {
      failure = error.description
      onFailure(error.description)
    }
  }

  private func writeSplitFrame(at start: Int) throws(SoundFileError) {
    var frame = [Float](repeating: 0, count: channels)
    for channel in 0..<channels { frame[channel] = ring[(start + channel) & (Self.ringFloats - 1)] }
    try file.write(frame, frames: 1)
  }
}
