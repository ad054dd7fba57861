import RealTime

/// What a unit that looks ahead knows.
struct LookAheadState: BitwiseCopyable {
  let sampleRate: Double
  let blockFrames: Int
  var memory: UnsafeMutablePointer<Float>?
  /// Frames of a span.
  var size = 1
  /// The span that is written, of three; the one after it is the oldest, which is played.
  var span = 0
  var place = 0
  var spans = 0
  var gain: Float = 1
  var slope: Float = 0
  var peak: Float = 0
  var lastPeak: Float = 0

  init(_ preparation: UnitPreparation) {
    sampleRate = preparation.valuesPerSecond
    blockFrames = preparation.rate == .audio ? RenderContext.blockFrames : 1
  }
}
