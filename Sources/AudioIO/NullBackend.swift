/// Time without sound: renders at a device's pace when there is no device.
public struct NullBackend: AudioBackend {
  public let name = "null"

  public init() {}

  public func devices() throws(AudioError) -> [AudioDevice] {
    [NullFormat(backend: name, deviceName: "no device (silent)", defaultBlockFrames: 256).device]
  }

  /// Any rate and any block; silence comes in on the input channels.
  public func open(_ request: StreamRequest) throws(AudioError) -> any AudioStream {
    let format = NullFormat(backend: name, deviceName: "no device (silent)", defaultBlockFrames: 256)
    return NullStream(format: try format.stream(for: request))
  }
}
