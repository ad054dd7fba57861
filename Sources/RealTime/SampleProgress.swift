import CRealTime

/// The writing side of `SampleBuffer.progress`.
public enum SampleProgress {
  /// Everything written before is seen by whoever reads this count.
  public static func publish(_ progress: UnsafeMutablePointer<Int64>, _ frames: Int) {
    syrinx_store_release(progress, Int64(frames))
  }
}
