public import OSC

/// A buffer that a case needs, filled before its synth starts.
public enum NullBuffer: Sendable {
  /// Samples, interleaved.
  case samples([Float], channels: Int)
  /// So many frames of silence.
  case empty(frames: Int, channels: Int)
  /// So many frames, filled by a `/b_gen` command with these arguments.
  case generated(frames: Int, command: String, arguments: [OSCArgument])
}
