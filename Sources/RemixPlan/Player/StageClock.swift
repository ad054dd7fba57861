/// What a server's clock shows.
public struct StageClock: Sendable, Equatable {
  /// Audio frames rendered so far.
  public let frames: Int
  /// In hertz.
  public let sampleRate: Double

  public init(frames: Int, sampleRate: Double) {
    self.frames = frames
    self.sampleRate = sampleRate
  }

  public var seconds: Double { Double(frames) / sampleRate }
}
