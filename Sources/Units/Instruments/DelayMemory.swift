import RealTime

/// A buffer that a unit keeps the past in: rows of one sample for each channel, written round and round.
struct DelayMemory {
  let samples: UnsafeMutablePointer<Float>
  let rows: Int32

  /// Nil when there is no such buffer, or it has other channels.
  @inline(__always)
  init?(_ number: Float, channels: Int, _ context: UnsafePointer<RenderContext>) {
    let index = BusNumber.whole(number)
    guard index >= 0 && index < context.pointee.bufferCount else { return nil }
    let buffer = context.pointee.buffers[index]
    guard let samples = buffer.samples, buffer.channels == channels, buffer.frames > 1 else {
      return nil
    }
    self.samples = samples
    rows = buffer.frames < 1 << 24 ? Int32(buffer.frames) : 1 << 24
  }
}
