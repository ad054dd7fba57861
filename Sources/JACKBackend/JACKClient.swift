import AudioIO
import CJACK

/// A client of a JACK server, closed with its last reference.
final class JACKClient: @unchecked Sendable {
  // Unchecked: libjack takes calls from any thread but its own callbacks'.

  enum Direction { case capture, playback }

  let pointer: OpaquePointer
  let server: JACKServer

  /// - name: what other programs see; JACK appends a number when it is taken.
  init(name: String, server: JACKServer) throws(AudioError) {
    var status = JackStatus(rawValue: 0)
    let given = server.name
    let opened =
      given.map { syrinx_jack_client_open(Self.acceptable(name), &status, $0) }
      ?? syrinx_jack_client_open(Self.acceptable(name), &status, nil)
    guard let opened else { throw Self.refusal(status, server) }
    pointer = opened
    self.server = server
  }

  deinit { jack_client_close(pointer) }

  /// As JACK has it.
  var name: String { jack_get_client_name(pointer).map { String(cString: $0) } ?? "" }
  var sampleRate: Double { Double(jack_get_sample_rate(pointer)) }
  var periodFrames: Int { Int(jack_get_buffer_size(pointer)) }

  /// The full names of the sound card's audio ports.
  func physicalPorts(_ direction: Direction) -> [String] {
    let flags = JackPortIsPhysical.rawValue | (direction == .playback ? JackPortIsInput : JackPortIsOutput).rawValue
    guard let names = jack_get_ports(pointer, nil, JACK_DEFAULT_AUDIO_TYPE, UInt(flags)) else { return [] }
    defer { jack_free(names) }
    var found: [String] = []
    while let name = names[found.count] { found.append(String(cString: name)) }
    return found
  }

  /// At least a period.
  var outputLatencySeconds: Double {
    var frames = jack_get_buffer_size(pointer)
    if let name = physicalPorts(.playback).first, let port = jack_port_by_name(pointer, name) {
      var range = jack_latency_range_t()
      jack_port_get_latency_range(port, JackPlaybackLatency, &range)
      frames = max(frames, range.max)
    }
    return Double(frames) / sampleRate
  }

  func registerPort(_ name: String, _ direction: Direction) throws(AudioError) -> OpaquePointer {
    let flags = (direction == .playback ? JackPortIsOutput : JackPortIsInput).rawValue
    guard let port = jack_port_register(pointer, name, JACK_DEFAULT_AUDIO_TYPE, UInt(flags), 0) else {
      throw AudioError("\(server.title) gives no port \(name); it may have no more ports (jackd's --port-max)")
    }
    return port
  }

  /// A name that JACK takes: not empty, no colon, not too long.
  private static func acceptable(_ name: String) -> String {
    var name = String(name.map { $0 == ":" || $0 == "\0" ? "-" : $0 })
    let most = max(1, Int(jack_client_name_size()) - 4)
    while name.utf8.count > most { name.removeLast() }
    return name.isEmpty ? "syrinx" : name
  }

  private static func refusal(_ status: JackStatus, _ server: JACKServer) -> AudioError {
    let name = server.effectiveName
    #if os(macOS)
    let driver = "coreaudio"
    #else
    let driver = "alsa"
    #endif
    if status.rawValue & (JackServerFailed.rawValue | JackServerError.rawValue) != 0 {
      return AudioError(
        "no JACK server is running (server name \(name)); start one, for example with “jackd -n \(name) -d \(driver)”")
    }
    if status.rawValue & JackVersionError.rawValue != 0 {
      return AudioError("\(server.title) speaks another protocol version than this machine's libjack")
    }
    return AudioError("\(server.title) refuses the client (status 0x\(String(status.rawValue, radix: 16)))")
  }
}
