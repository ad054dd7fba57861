/// An input as kernels read it: a value a frame, or one that holds for the whole block.
struct InputSignal: BitwiseCopyable {
  let values: UnsafeMutablePointer<Float>
  private let step: Int

  @inline(__always)
  init(_ values: UnsafeMutablePointer<Float>, isAudio: Bool) {
    self.values = values
    step = isAudio ? 1 : 0
  }

  @inline(__always)
  subscript(_ frame: Int) -> Float { values[frame &* step] }

  /// Eight frames from `frame` on.
  @inline(__always)
  func lanes(_ frame: Int) -> Lanes {
    step == 0 ? Lanes(repeating: values.pointee) : Lanes(loading: values + frame)
  }
}
