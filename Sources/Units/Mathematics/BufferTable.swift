import RealTime

/// A buffer as a list of values, whatever its channels.
struct BufferTable {
  let samples: UnsafeMutablePointer<Float>
  let count: Int

  /// Nil where there is no such buffer, or nothing in it.
  @inline(__always)
  init?(_ context: UnsafePointer<RenderContext>, _ number: Float) {
    guard let buffer = context.pointee.buffer(number) else { return nil }
    self.init(buffer)
  }

  /// The first buffer for a number that is none, as in scsynth.
  @inline(__always)
  init?(meant number: Float, _ context: UnsafePointer<RenderContext>) {
    guard let buffer = context.pointee.meantBuffer(number) else { return nil }
    self.init(buffer)
  }

  @inline(__always)
  private init?(_ buffer: UnsafeMutablePointer<SampleBuffer>) {
    guard let samples = buffer.pointee.samples else { return nil }
    let count = buffer.pointee.readyFrames &* buffer.pointee.channels
    guard count > 0, !buffer.pointee.isStreamed else { return nil }
    self.samples = samples
    self.count = count
  }

  /// The value at an index; beyond either end the last one there.
  @inline(__always)
  subscript(clipping index: Int32) -> Float {
    samples[index < 0 ? 0 : Int(index) >= count ? count - 1 : Int(index)]
  }
}
