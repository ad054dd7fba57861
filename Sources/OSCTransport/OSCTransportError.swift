/// Why a socket cannot be opened, in one line that says what to do.
public enum OSCTransportError: Error, Sendable, Hashable {
  case portInUse(OSCTransportKind, host: String, port: Int)
  case notPermitted(OSCTransportKind, host: String, port: Int)
  /// The address is none of this machine's.
  case addressNotHere(host: String)
  case unknownHost(String)
  case portOutOfRange(Int)
  /// No address, or neither UDP nor TCP.
  case nothingToListenOn
  /// No one listens there.
  case refused(OSCTransportKind, host: String, port: Int)
  /// Anything else, with the system's reason.
  case failed(OSCTransportKind, host: String, port: Int, reason: String)
}

extension OSCTransportError: CustomStringConvertible {
  public var description: String {
    switch self {
    case .portInUse(let kind, let host, let port):
      "\(Self.name(kind)) port \(port) on \(host) is in use: stop the program that holds it "
        + "(another server, or sclang, whose port is 57120), or choose another port"
    case .notPermitted(let kind, let host, let port):
      "\(Self.name(kind)) port \(port) on \(host) needs more permissions: choose a port above 1023"
    case .addressNotHere(let host):
      "\(host) is not an address of this machine: choose one of its own, or 127.0.0.1, ::1, 0.0.0.0 or ::"
    case .unknownHost(let host): "there is no host \(host): check its name, or give its address"
    case .portOutOfRange(let port): "\(port) is not a port: choose one from 0 to 65535"
    case .nothingToListenOn: "there is nothing to listen on: give at least one address, and UDP, TCP or both"
    case .refused(let kind, let host, let port):
      "nothing listens on \(Self.name(kind)) port \(port) of \(host): start the server, or choose its port"
    case .failed(let kind, let host, let port, let reason):
      "cannot open \(Self.name(kind)) port \(port) on \(host): \(reason)"
    }
  }

  private static func name(_ kind: OSCTransportKind) -> String {
    switch kind {
    case .udp: "UDP"
    case .tcp: "TCP"
    }
  }
}
