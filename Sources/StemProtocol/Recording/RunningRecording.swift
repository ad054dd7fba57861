import OSC

/// A recording that a client began, and who is to be told what becomes of it.
///
/// - Thread: confined to its server's.
final class RunningRecording {
  let path: String
  let source: SignalSource
  let recording: Recording
  let client: StemClient
  /// The engine's frame that it begins with, once it has begun.
  var beginning: Int64?
  /// Who asked for its end.
  var stops: [StemRequest] = []
  var isEnding = false
  /// Whether the audio thread has let go of it.
  var isReleased = false

  init(path: String, source: SignalSource, recording: Recording, client: StemClient) {
    self.path = path
    self.source = source
    self.recording = recording
    self.client = client
  }
}
