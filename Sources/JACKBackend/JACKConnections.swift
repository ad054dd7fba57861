import CJACK

/// Which ports of others a stream is connected to when it starts.
public enum JACKConnections: Sendable {
  case nothing
  /// The device's, and a lone output to both sides.
  case physical
  /// Those of a client, or those that are named, set apart by commas; nil: none.
  case named(outputs: String?, inputs: String?)

  /// The outputs' and the inputs' counterparts, channel by channel.
  func ports(of client: JACKClient, outputs: Int, inputs: Int) -> (outputs: [String], inputs: [String]) {
    switch self {
    case .nothing: return ([], [])
    case .physical:
      return (
        Array(client.physicalPorts(.playback).prefix(max(outputs, outputs == 1 ? 2 : 0))),
        Array(client.physicalPorts(.capture).prefix(inputs))
      )
    case .named(let playback, let capture):
      return (
        Array(Self.ports(playback, of: client, JackPortIsInput).prefix(outputs)),
        Array(Self.ports(capture, of: client, JackPortIsOutput).prefix(inputs))
      )
    }
  }

  private static func ports(_ names: String?, of client: JACKClient, _ flags: JackPortFlags) -> [String] {
    guard let names, !names.isEmpty else { return [] }
    if names.contains(":") { return names.split(separator: ",").map { String($0) } }
    guard let found = jack_get_ports(client.pointer, "^\(names):", JACK_DEFAULT_AUDIO_TYPE, UInt(flags.rawValue)) else {
      return []
    }
    defer { jack_free(found) }
    var ports: [String] = []
    while let name = found[ports.count] { ports.append(String(cString: name)) }
    return ports
  }
}
