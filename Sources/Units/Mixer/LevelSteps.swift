import RealTime

/// Follows a level control that may step at any frame of a block with a glide that sets out at exactly that frame.
enum LevelSteps {
  /// Whether the level neither glides nor is to change within the block.
  @inline(__always)
  static func isSteady(
    _ level: Glide, _ control: UnsafeMutablePointer<Float>, _ context: UnsafePointer<RenderContext>
  ) -> Bool {
    !context.pointee.controlsChange && level.isSettled && control[0] == level.target
  }

  /// Writes the gains of the block; `gains` has room for eight more.
  @inline(__always)
  static func fill(
    _ gains: UnsafeMutablePointer<Float>, _ level: inout Glide, from control: UnsafeMutablePointer<Float>,
    glideSeconds: Float, context: UnsafePointer<RenderContext>, frames: Int
  ) {
    var frame = 0
    while frame < frames {
      var end = frames
      if context.pointee.controlsChange {
        end = frame + 1
        while end < frames && control[end] == control[frame] { end += 1 }
      }
      if control[frame] != level.target {
        let glide = Double(glideSeconds) * context.pointee.sampleRate
        level.aim(at: control[frame], frames: glide > 0 && glide < 1e9 ? Int32(glide + 0.5) : 0, curve: .linear)
      }
      level.fill(gains + frame, count: end - frame)
      frame = end
    }
  }
}
