import Control

/// A stem that sounds, or is about to: its node in the tree, and what is known of it.
///
/// - Thread: confined to its server's.
final class StemVoice {
  /// The fade of a stem that is stopped, in seconds.
  static let fadeSeconds = 0.05

  /// A beginning that the audio thread was told of and that is still to come.
  struct Beginning {
    var time: EngineTime
    var request: StemRequest
    /// The voice that plays up to then.
    var previous: StemVoice?
  }

  let node: Int32
  let buffer: StemBuffer
  /// Its own, before the tempo.
  var rate: Float
  let loops: Bool
  var volume: Float
  /// Nil once it has begun.
  var beginning: Beginning?
  /// In buffer frames.
  var position: Double
  var meter = StereoLevels.silence
  var whenEnded: [() -> Void] = []
  /// With key-lock; nil while the pitch follows the speed.
  var seat: StretchSeat?

  /// Where it reads at each frame.
  var playhead: Playhead
  /// Seeks that it has been told.
  var seeks = 0

  init(
    node: Int32, buffer: StemBuffer, rate: Float, volume: Float, loops: Bool, position: Double, playhead: Playhead
  ) {
    self.node = node
    self.buffer = buffer
    self.rate = rate
    self.volume = volume
    self.loops = loops
    self.position = position
    self.playhead = playhead
  }
}
