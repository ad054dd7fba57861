import RealTime

extension RenderContext {
  /// The buffer that a unit means by a number: the first one for every number that is none, as in scsynth.
  @inline(__always)
  func meantBuffer(_ number: Float) -> UnsafeMutablePointer<SampleBuffer>? { buffer(number) ?? buffer(0) }
}
