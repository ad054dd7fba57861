/// What an audio file's header says.
public struct StemFileFacts: Sendable, Equatable {
  public let frames: Int
  /// In hertz.
  public let sampleRate: Double
  public let channels: Int

  public init(frames: Int, sampleRate: Double, channels: Int) {
    self.frames = frames
    self.sampleRate = sampleRate
    self.channels = channels
  }
}
