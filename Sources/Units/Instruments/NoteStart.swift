import RealTime

/// Whether a note has begun.
struct NoteStart: BitwiseCopyable {
  private var hasBegun = false

  /// The frame of this block from which on the note sounds; what lies before is silenced.
  @inline(__always)
  mutating func frame(_ context: UnsafePointer<RenderContext>, silencing output: UnsafeMutablePointer<Float>) -> Int {
    if hasBegun { return 0 }
    hasBegun = true
    let start = Int(context.pointee.startOffset)
    var frame = 0
    while frame < start {
      output[frame] = 0
      frame &+= 1
    }
    return start
  }
}
