/// What a stream is asked for; what the device then gives is its `StreamFormat`.
public struct StreamRequest: Sendable {
  public enum Device: Sendable, Equatable {
    case standard
    case index(Int)
    /// A name, or a part of one that fits a single device.
    case name(String)
  }

  public var device: Device
  /// In hertz; nil takes the device's own.
  public var sampleRate: Double?
  /// Frames that the device asks for at a time; nil takes the device's own.
  public var blockFrames: Int?
  public var outputChannels: Int
  public var inputChannels: Int
  /// What other programs call each output channel (a JACK client's ports); `out_1`… where there is no name.
  public var outputNames: [String] = []
  /// The name that other programs see (a JACK client's name).
  public var clientName: String

  public init(
    device: Device = .standard, sampleRate: Double? = nil, blockFrames: Int? = nil, outputChannels: Int = 2,
    inputChannels: Int = 0, clientName: String = "syrinx"
  ) {
    self.device = device
    self.sampleRate = sampleRate
    self.blockFrames = blockFrames
    self.outputChannels = outputChannels
    self.inputChannels = inputChannels
    self.clientName = clientName
  }
}
