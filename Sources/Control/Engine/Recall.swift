import CRealTime

/// Takes back changes that the audio thread has already been told of, from a frame on.
///
/// Changes that set controls only: what would add or free nodes is not to be recalled.
///
/// - Thread: confined to its owner's; the audio thread reads the frame.
public final class Recall {
  let frame: UnsafeMutablePointer<Int64>

  public init() {
    frame = .allocate(capacity: 1)
    frame.initialize(to: .max)
  }

  deinit { frame.deallocate() }

  /// Whatever falls on this frame or behind it does not happen, unless it has already.
  public func take(from frame: Int64) { syrinx_store_release(self.frame, min(frame, syrinx_load_relaxed(self.frame))) }
}
