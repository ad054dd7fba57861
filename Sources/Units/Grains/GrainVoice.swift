import RealTime

/// What sounds in a grain.
protocol GrainVoice: BitwiseCopyable {
  /// What it reads for a number of frames on end.
  associatedtype Passage

  /// Nil when there is nothing to play.
  ///
  /// - Parameter frame: of the block.
  func passage(_ context: UnsafePointer<RenderContext>, _ wires: Wires, at frame: Int, frames: Int) -> Passage?

  /// The next frames, eight or, at the end, fewer.
  func next(_ passage: inout Passage, frames: Int) -> Lanes

  mutating func end(_ passage: Passage)
}
