/// A device that a backend can open, as `syrinx devices` lists it.
public struct AudioDevice: Sendable, Equatable {
  /// The name of the backend that opens it: `jack`, `portaudio`, `null`, `offline`.
  public var backend: String
  /// The backend's own index, from 0.
  public var index: Int
  public var name: String
  public var inputChannels: Int
  public var outputChannels: Int
  public var defaultSampleRate: Double
  /// Rates in hertz that it takes, ascending; empty when any rate will do.
  public var sampleRates: [Double]
  public var outputLatencySeconds: Double
  public var isDefault: Bool

  public init(
    backend: String, index: Int, name: String, inputChannels: Int, outputChannels: Int, defaultSampleRate: Double,
    sampleRates: [Double], outputLatencySeconds: Double, isDefault: Bool
  ) {
    self.backend = backend
    self.index = index
    self.name = name
    self.inputChannels = inputChannels
    self.outputChannels = outputChannels
    self.defaultSampleRate = defaultSampleRate
    self.sampleRates = sampleRates
    self.outputLatencySeconds = outputLatencySeconds
    self.isDefault = isDefault
  }
}
