#if os(Linux)
import RealTime

/// A renderer whose allocations are counted while it renders, whatever else the device's thread does.
struct CountedRenderer {
  private let inner: AudioRenderer

  /// Lives until the process ends.
  static func around(_ inner: AudioRenderer) -> AudioRenderer {
    let context = UnsafeMutablePointer<CountedRenderer>.allocate(capacity: 1)
    context.initialize(to: CountedRenderer(inner: inner))
    return AudioRenderer(context: UnsafeMutableRawPointer(context)) { context, inputs, outputs, frames, nanoseconds in
      let inner = context.assumingMemoryBound(to: CountedRenderer.self).pointee.inner
      Census.resume()
      inner.function(inner.context, inputs, outputs, frames, nanoseconds)
      Census.pause()
    }
  }
}
#endif
