/// What a sound file holds.
public struct SoundFileInfo: Sendable, Equatable {
  public var frames: Int64
  public var channels: Int
  /// In hertz.
  public var sampleRate: Double
  /// For people: `WAV 24-bit PCM`, `Ogg Vorbis`.
  public var format: String
  public var seekable: Bool
  /// Whether every frame can be gone to without reading all before it, and reads the same then: not so in Ogg Vorbis.
  public var seeksQuickly: Bool
  /// Whether every sample is an integer of at most 16 bits: read as such it loses nothing.
  public var fitsSixteenBits: Bool

  public var seconds: Double { Double(frames) / sampleRate }

  public init(
    frames: Int64, channels: Int, sampleRate: Double, format: String, seekable: Bool,
    seeksQuickly: Bool = false, fitsSixteenBits: Bool = false
  ) {
    self.frames = frames
    self.channels = channels
    self.sampleRate = sampleRate
    self.format = format
    self.seekable = seekable
    self.seeksQuickly = seeksQuickly
    self.fitsSixteenBits = fitsSixteenBits
  }
}
