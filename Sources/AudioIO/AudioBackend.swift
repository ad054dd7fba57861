/// A way to a sound device: JACK, PortAudio, `null`, `offline`. It pulls blocks from a renderer.
public protocol AudioBackend: Sendable {
  /// As `--backend` names it.
  var name: String { get }

  /// The devices it could open now. Throws when the system behind it does not answer (no JACK server, say).
  func devices() throws(AudioError) -> [AudioDevice]

  /// Opens a device without starting it, so that the engine can be made for the rate that the device gives.
  func open(_ request: StreamRequest) throws(AudioError) -> any AudioStream
}
