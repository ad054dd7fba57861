public import AudioIO
import CJACK

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// A running JACK server. It is never started from here.
///
/// libjack holds one server at a time in a process: streams on two servers cannot be open side by side.
public struct JACKBackend: AudioBackend {
  public let name = "jack"
  private let server: JACKServer
  private let connections: JACKConnections

  /// - serverName: nil takes the one that JACK_DEFAULT_SERVER names, else `default`.
  /// - connections: when a stream starts; nil means the physical ports, unless SYRINX_JACK_AUTOCONNECT is `0`.
  public init(serverName: String? = nil, connections: JACKConnections? = nil) {
    server = JACKServer(name: serverName)
    let isOff = getenv("SYRINX_JACK_AUTOCONNECT").map { String(cString: $0) } == "0"
    self.connections = connections ?? (isOff ? .nothing : .physical)
    syrinx_jack_silence()
  }

  /// One device, the server itself, with its physical ports.
  public func devices() throws(AudioError) -> [AudioDevice] {
    let client = try JACKClient(name: "syrinx-devices", server: server)
    return [
      AudioDevice(
        backend: name, index: 0, name: server.title, inputChannels: client.physicalPorts(.capture).count,
        outputChannels: client.physicalPorts(.playback).count, defaultSampleRate: client.sampleRate,
        sampleRates: [client.sampleRate], outputLatencySeconds: client.outputLatencySeconds, isDefault: true)
    ]
  }

  /// The rate and the block are the server's: another rate is refused, another block is not.
  public func open(_ request: StreamRequest) throws(AudioError) -> any AudioStream {
    switch request.device {
    case .standard, .index(0): break
    case .index(let index): throw AudioError("JACK has no device \(index), only 0, \(server.title)")
    case .name(let name):
      guard server.title.lowercased().contains(name.lowercased()) || name.lowercased() == "jack" else {
        throw AudioError("JACK has no device “\(name)”, only 0, \(server.title)")
      }
    }
    guard (1...256).contains(request.outputChannels), (0...256).contains(request.inputChannels) else {
      throw AudioError(
        "JACK takes 1 to 256 output channels and up to 256 input channels, not \(request.outputChannels) and "
          + "\(request.inputChannels)")
    }
    let client = try JACKClient(name: request.clientName, server: server)
    if let rate = request.sampleRate, rate != client.sampleRate {
      throw AudioError(
        "\(server.title) runs at \(Int(client.sampleRate)) Hz, not at \(rate): leave the sample rate to it, or restart "
          + "jackd with another -r")
    }
    return try JACKStream(client: client, request: request, connections: connections)
  }
}
