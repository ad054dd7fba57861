/// As fast as it goes: the owner pulls the blocks, into a file for instance, and time is what was rendered.
public struct OfflineBackend: AudioBackend {
  public let name = "offline"

  public init() {}

  public func devices() throws(AudioError) -> [AudioDevice] { [offer.device] }

  public func open(_ request: StreamRequest) throws(AudioError) -> any AudioStream { try openOffline(request) }

  /// The same as `open`, with the stream's own type.
  public func openOffline(_ request: StreamRequest) throws(AudioError) -> OfflineStream {
    OfflineStream(format: try offer.stream(for: request))
  }

  private var offer: NullFormat {
    NullFormat(backend: name, deviceName: "offline (faster than real time)", defaultBlockFrames: 512)
  }
}
