/// What an open stream really runs at.
public struct StreamFormat: Sendable, Equatable {
  public var deviceName: String
  /// In hertz.
  public var sampleRate: Double
  /// The frames of one call of the renderer, at most; 0 when it varies.
  public var blockFrames: Int
  public var outputChannels: Int
  public var inputChannels: Int
  public var outputLatencySeconds: Double

  public init(
    deviceName: String, sampleRate: Double, blockFrames: Int, outputChannels: Int, inputChannels: Int,
    outputLatencySeconds: Double
  ) {
    self.deviceName = deviceName
    self.sampleRate = sampleRate
    self.blockFrames = blockFrames
    self.outputChannels = outputChannels
    self.inputChannels = inputChannels
    self.outputLatencySeconds = outputLatencySeconds
  }
}
