import CRealTime
import Control
import Render

/// A pair of buses as someone off the audio thread hears it: the audio thread fills a ring, the owner empties it.
///
/// - Thread: `begin` and `end` on control; `drain` on one thread at a time. It goes once the audio thread has let go of it.
final class TapRing: @unchecked Sendable {
  // Unchecked: the ring's indices are atomic.

  static let channels = 2
  private let capacity: Int
  private let tap: OutputTap.Pointer
  private let samples: UnsafeMutablePointer<Float>
  private let indices: UnsafeMutablePointer<Int64>

  /// - capacity: in floats, a power of two.
  init(firstBus: Int, capacity: Int) {
    self.capacity = capacity
    samples = .allocate(capacity: capacity)
    samples.initialize(repeating: 0, count: capacity)
    indices = .allocate(capacity: 32)
    indices.initialize(repeating: 0, count: 32)
    tap = .allocate(capacity: 1)
    tap.initialize(
      to: OutputTap(
        samples: samples, capacity: capacity, firstBus: firstBus, channels: Self.channels, indices: indices))
  }

  deinit {
    samples.deallocate()
    indices.deallocate()
    tap.deallocate()
  }

  /// Begins at the frame at which the changes take effect.
  func begin(in changes: inout Changes) { changes.addTap(tap) }

  /// Ends before the frame at which the changes take effect.
  func end(in changes: inout Changes) { changes.removeTap(tap) }

  /// Frames that nobody took in time.
  var lostFrames: Int64 { syrinx_load_relaxed(indices + 24) }

  /// Takes what is there, in runs of interleaved frames.
  func drain<Failure: Error>(
    _ take: (_ samples: UnsafePointer<Float>, _ frames: Int) throws(Failure) -> Void
  ) throws(Failure) {
    let written = syrinx_load_acquire(indices)
    var read = syrinx_load_relaxed(indices + 16)
    while read < written {
      let start = Int(read) & (capacity - 1)
      let floats = min(Int(written - read), capacity - start)
      try take(samples + start, floats / Self.channels)
      read += Int64(floats)
      syrinx_store_release(indices + 16, read)
    }
  }
}
