internal import NIOCore
internal import NIOPosix

/// Names and numeric addresses to socket addresses.
enum HostResolution {
  /// A numeric address is itself, `localhost` both loopbacks with IPv4 first, and any other name what the system finds.
  static func addresses(of host: String, port: Int) async throws(OSCTransportError) -> [SocketAddress] {
    do {
      if host == "localhost" {
        return try ["127.0.0.1", "::1"].map { try SocketAddress(ipAddress: $0, port: port) }
      }
      if let address = try? SocketAddress(ipAddress: host, port: port) { return [address] }
      return [
        try await NIOThreadPool.singleton.runIfActive { try SocketAddress.makeAddressResolvingHost(host, port: port) }
      ]
    } catch {
      throw .unknownHost(host)
    }
  }
}
