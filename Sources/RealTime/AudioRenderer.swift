/// What a backend calls to get sound: a plain function and its context, so that the call neither retains nor locks.
///
/// - Thread: called on the backend's audio thread only, never by two threads at a time.
public struct AudioRenderer: @unchecked Sendable {
  // Unchecked: the context is owned by whoever made the renderer, and outlives the stream that calls it.

  /// Context, input channels (planar; empty when there are none), output channels (planar), frames in each channel,
  /// and the monotonic time of the first frame in nanoseconds.
  public typealias Function =
    @convention(c) (
      _ context: UnsafeMutableRawPointer,
      _ inputs: UnsafePointer<UnsafePointer<Float>>?,
      _ outputs: UnsafePointer<UnsafeMutablePointer<Float>>,
      _ frames: Int,
      _ hostNanoseconds: UInt64
    ) -> Void

  public let context: UnsafeMutableRawPointer
  public let function: Function

  public init(context: UnsafeMutableRawPointer, function: @escaping Function) {
    self.context = context
    self.function = function
  }
}
