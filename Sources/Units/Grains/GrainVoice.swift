import RealTime

/// What sounds in a grain.
protocol GrainVoice: BitwiseCopyable {
  /// Its next frames. False, and nothing has happened, when there is nothing to play.
  ///
  /// - Parameters:
  ///   - frame: of the block.
  ///   - sound: takes them, and as many more as make a whole number of eights, of any value.
  mutating func play(
    _ context: UnsafePointer<RenderContext>, _ wires: Wires, at frame: Int, frames: Int,
    into sound: UnsafeMutablePointer<Float>
  ) -> Bool
}
