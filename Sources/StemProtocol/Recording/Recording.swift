public import Control
import Dispatch
public import SoundFiles
import Synchronization

/// A recording of a pair of buses into a file, written off the audio thread, exact to the frame at both ends.
///
/// The audio thread puts blocks into a ring that holds some ten seconds; a thread of the recording's own writes them, and
/// brings the file's header up to date once a second, so that a file that is cut off still opens.
///
/// - Thread: begun and ended by the engine's owner.
public final class Recording: @unchecked Sendable {
  // Unchecked: the file is touched on `queue` alone.

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
  private let ring: TapRing
  private let queue = DispatchQueue(label: "syrinx.recording", qos: .userInitiated)
  private let timer: any DispatchSourceTimer
  private let failed = Mutex<String?>(nil)
  private var framesToSync: Int64

  /// Opens the file.
  public init(
    path: String, format: SoundFileFormat, sampleRate: Double, firstBus: Int
  ) throws(SoundFileError) {
    file = try SoundFileWriter(path: path, format: format, channels: TapRing.channels, sampleRate: sampleRate)
    framesToSync = Int64(sampleRate / Self.syncsPerSecond)
    ring = TapRing(firstBus: firstBus, capacity: Self.ringFloats)
    timer = DispatchSource.makeTimerSource(queue: queue)
    timer.setEventHandler { [weak self] in self?.drain() }
    timer.schedule(deadline: .now(), repeating: .milliseconds(50))
    timer.resume()
  }

  deinit { timer.cancel() }

  /// Why the file takes no more (a full disk), if so: the music goes on, the recording is over.
  public var failure: String? { failed.withLock { $0 } }

  /// Frames that came too fast for the disk.
  public var lostFrames: Int64 { ring.lostFrames }

  /// Begins at the frame at which the changes take effect.
  public func begin(in changes: inout Changes) { ring.begin(in: &changes) }

  /// Ends before the frame at which the changes take effect; then `close` it.
  public func end(in changes: inout Changes) { ring.end(in: &changes) }

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

  /// Writes what the ring holds.
  private func drain() {
    guard failure == nil else { return }
    do throws(SoundFileError) {
      try ring.drain { samples, frames throws(SoundFileError) in
        try file.write(samples, frames: frames)
        framesToSync -= Int64(frames)
      }
      if framesToSync <= 0 {
        framesToSync = Int64(file.sampleRate / Self.syncsPerSecond)
        try file.sync()
      }
    } catch {
      fail(error)
    }
  }
}
