/// What a sound file holds.
public struct SoundFileInfo: Sendable, Equatable {
  public var frames: Int64
  public var channels: Int
  /// In hertz.
  public var sampleRate: Double
  /// For people: `WAV 24-bit PCM`, `Ogg Vorbis`.
  public var format: String
  public var seekable: Bool

  public var seconds: Double { Double(frames) / sampleRate }

  public init(frames: Int64, channels: Int, sampleRate: Double, format: String, seekable: Bool) {
    self.frames = frames
    self.channels = channels
    self.sampleRate = sampleRate
    self.format = format
    self.seekable = seekable
  }
}
