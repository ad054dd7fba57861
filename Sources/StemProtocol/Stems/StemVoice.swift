/// A stem that sounds: its node in the tree, and what is known of it.
///
/// - Thread: confined to its server's.
final class StemVoice {
  /// The fade of a stem that is stopped, in seconds.
  static let fadeSeconds = 0.05

  let node: Int32
  let buffer: StemBuffer
  let rate: Float
  let loops: Bool
  var volume: Float
  /// Whether it has been told to end.
  var isEnding = false
  /// In buffer frames.
  var position: Double
  var peak: (left: Float, right: Float) = (0, 0)
  var whenEnded: [() -> Void] = []

  init(node: Int32, buffer: StemBuffer, rate: Float, volume: Float, loops: Bool, position: Double) {
    self.node = node
    self.buffer = buffer
    self.rate = rate
    self.volume = volume
    self.loops = loops
    self.position = position
  }
}
