/// A jump that waits until its place in a file is in memory.
///
/// - Thread: confined to its server's.
struct StreamArrival {
  let buffer: StemBuffer
  let frame: Double
  let rate: Double
  /// What is to be done then.
  let body: () -> Void

  /// Asking has it brought. A buffer that is let go keeps nobody waiting.
  var isReady: Bool { buffer.isReleased || buffer.isPlayable(fromFrame: frame, rate: rate) }
}
