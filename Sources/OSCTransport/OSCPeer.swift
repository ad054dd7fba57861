internal import NIOCore
public import OSC

/// Who sent a packet: an address, and the socket or the connection that the packet came by.
public struct OSCPeer: Sendable {
  let address: SocketAddress
  private let link: any OSCLink

  init(address: SocketAddress, link: any OSCLink) {
    self.address = address
    self.link = link
  }

  public var transport: OSCTransportKind { link.kind }

  /// The numeric address; an IPv4 peer of an IPv6 socket has its IPv4 one.
  public var host: String {
    let host = address.ipAddress ?? ""
    let mapped = "::ffff:"
    return host.hasPrefix(mapped) && host.contains(".") ? String(host.dropFirst(mapped.count)) : host
  }

  public var port: Int { address.port ?? 0 }

  /// Sends the packet back by the way the peer's came, in its framing. From any thread; never waits. What cannot be
  /// sent is logged and dropped, and a connection that does not read what it is sent is closed.
  public func send(_ packet: OSCPacket) {
    link.send(packet, to: address)
  }
}

/// Two connections are two peers, even from one address.
extension OSCPeer: Hashable {
  public static func == (left: OSCPeer, right: OSCPeer) -> Bool {
    left.link === right.link && left.address == right.address
  }

  public func hash(into hasher: inout Hasher) {
    hasher.combine(ObjectIdentifier(link))
    hasher.combine(address)
  }
}

extension OSCPeer: CustomStringConvertible {
  /// As in `udp 127.0.0.1:50123` and `tcp [::1]:50123`.
  public var description: String {
    let host = self.host
    return "\(transport) " + (host.contains(":") ? "[\(host)]" : host) + ":\(port)"
  }
}
