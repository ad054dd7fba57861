/// A seek of a voice that plays, until the audio of its target is there.
final class PendingSeek {
  let stem: Stem
  let voice: StemVoice
  let position: StemPosition
  let request: StemRequest

  init(stem: Stem, voice: StemVoice, position: StemPosition, request: StemRequest) {
    self.stem = stem
    self.voice = voice
    self.position = position
    self.request = request
  }

  /// The target in frames of the file.
  var frame: Double { voice.buffer.frame(of: position) }

  var isReady: Bool { voice.buffer.isPlayable(fromFrame: frame, rate: Double(voice.rate)) }
}
