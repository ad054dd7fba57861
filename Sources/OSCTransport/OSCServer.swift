public import Logging
internal import NIOCore
public import OSC

/// Listens for OSC on UDP and TCP, on one port number for all.
public final class OSCServer: Sendable {
  /// Where only programs of this machine reach the server, by IPv4 and IPv6.
  public static let loopback = ["127.0.0.1", "::1"]

  public let port: Int
  private let loop: OSCLoop

  private init(port: Int, loop: OSCLoop) {
    self.port = port
    self.loop = loop
  }

  /// Opens every address with every transport, or none.
  ///
  /// - Parameters:
  ///   - addresses: Numeric or names; `0.0.0.0` and `::` are all of the machine's. An IPv6 address that the machine does
  ///     not have is skipped with a line in the log while another remains.
  ///   - port: 0 for any that is free everywhere.
  ///   - password: What a TCP peer must send first, as a packet of its own; of four that are wrong the last ends the
  ///     connection. Empty: none.
  ///   - allowsBareAddresses: Datagrams' addresses may begin with a letter, as old SuperCollider clients have it.
  ///   - maxConnections: By TCP, at a time; further ones are not heard before one of these is gone. Nil: as many as come.
  ///   - onPacket: Called on the server's one thread, for each peer in the order sent. Must return soon: while it runs,
  ///     nothing is received.
  ///   - onDisconnect: Called on the same thread when a TCP peer that has been heard is gone.
  public static func start(
    addresses: [String] = OSCServer.loopback, port: Int, udp: Bool = true, tcp: Bool = true,
    password: String = "", allowsBareAddresses: Bool = false, maxConnections: Int? = nil, logger: Logger,
    onPacket: @escaping @Sendable (Result<OSCPacket, OSCDecodingError>, OSCPeer) -> Void,
    onDisconnect: @escaping @Sendable (OSCPeer) -> Void = { _ in }
  ) async throws(OSCTransportError) -> OSCServer {
    guard (0...65535).contains(port) else { throw .portOutOfRange(port) }
    let kinds: [OSCTransportKind] = (udp ? [.udp] : []) + (tcp ? [.tcp] : [])
    var resolved: [SocketAddress] = []
    for address in addresses {
      for found in try await HostResolution.addresses(of: address, port: port) where !resolved.contains(found) {
        resolved.append(found)
      }
    }
    guard !resolved.isEmpty, !kinds.isEmpty else { throw .nothingToListenOn }
    let loop = OSCLoop()
    let listeners = OSCListeners(
      loop: loop, logger: logger, kinds: kinds, password: password, allowsBareAddresses: allowsBareAddresses,
      connectionLimit: maxConnections.map(ConnectionLimit.init), onPacket: onPacket, onDisconnect: onDisconnect)
    do {
      return OSCServer(port: try await listeners.open(resolved, port: port), loop: loop)
    } catch {
      await loop.shutDown()
      throw error
    }
  }

  /// Closes every socket and connection. What peers are sent from then on goes nowhere.
  public func stop() async {
    await loop.shutDown()
  }
}
