internal import Logging
internal import NIOCore
internal import NIOPosix
internal import OSC

/// Opens a server's sockets: every address, UDP and TCP, on one port.
struct OSCListeners {
  let loop: OSCLoop
  let logger: Logger
  let kinds: [OSCTransportKind]
  let password: String
  let allowsBareAddresses: Bool
  let connectionLimit: ConnectionLimit?
  let onPacket: @Sendable (Result<OSCPacket, OSCDecodingError>, OSCPeer) -> Void
  let onDisconnect: @Sendable (OSCPeer) -> Void

  private struct Refusal: Error {
    let error: any Error
    let kind: OSCTransportKind
    let host: String
    let port: Int

    var transportError: OSCTransportError { OSCTransportError(error, kind: kind, host: host, port: port) }
  }

  /// With port 0 a free one that all of them can have. They begin to read once all are open.
  func open(_ addresses: [SocketAddress], port: Int) async throws(OSCTransportError) -> Int {
    var attemptsLeft = port == 0 ? 32 : 1
    while true {
      attemptsLeft -= 1
      var channels: [any Channel] = []
      do {
        let port = try await bind(addresses, port: port, channels: &channels)
        loop.beginListening()
        for channel in channels { try? await channel.setOption(.autoRead, value: true).get() }
        return port
      } catch {
        for channel in channels { try? await channel.close().get() }
        let error = error.transportError
        guard case .portInUse = error, attemptsLeft > 0 else { throw error }
      }
    }
  }

  /// An IPv6 address that the machine does not have is skipped, as long as another address remains.
  private func bind(
    _ addresses: [SocketAddress], port wanted: Int, channels: inout [any Channel]
  ) async throws(Refusal) -> Int {
    var port = wanted
    var skipped: Refusal?
    let dualStack = !addresses.contains { $0.protocol == .inet }
    for address in addresses {
      do {
        for kind in kinds {
          let channel = try await bind(kind, to: address, port: port, dualStack: dualStack)
          channels.append(channel)
          port = channel.localAddress?.port ?? port
        }
      } catch {
        guard address.protocol == .inet6, case .addressNotHere = error.transportError else { throw error }
        logger.notice("not listening on \(error.host): this machine does not have that IPv6 address")
        skipped = error
      }
    }
    if channels.isEmpty, let skipped { throw skipped }
    return port
  }

  private func bind(
    _ kind: OSCTransportKind, to address: SocketAddress, port: Int, dualStack: Bool
  ) async throws(Refusal) -> any Channel {
    var address = address
    address.port = port
    do {
      switch kind {
      case .udp: return try await bindDatagrams(to: address, dualStack: dualStack)
      case .tcp: return try await bindStream(to: address, dualStack: dualStack)
      }
    } catch {
      throw Refusal(error: error, kind: kind, host: address.ipAddress ?? "", port: port)
    }
  }

  private func bindDatagrams(to address: SocketAddress, dualStack: Bool) async throws -> any Channel {
    let (loop, logger, onPacket, allowsBareAddresses) = (loop, logger, onPacket, allowsBareAddresses)
    let bootstrap = DatagramOptions.apply(to: DatagramBootstrap(group: loop.eventLoop))
      .channelOption(.autoRead, value: false)
      .channelInitializer { channel in
        let link = UDPLink(channel: channel, loop: loop, logger: logger)
        return channel.eventLoop.makeCompletedFuture {
          try channel.pipeline.syncOperations.addHandler(
            DatagramHandler(
              link: link, allowsBareAddresses: allowsBareAddresses, onPacket: onPacket,
              onError: { logger.warning("udp \(address): \($0)") },
              onClose: {
                if loop.isListening { logger.error("udp \(address) was closed: no more packets come from there") }
              }))
        }
      }
    let channel = try await Self.only(bootstrap, address, dualStack).bind(to: address).get()
    let granted = await DatagramOptions.enlargeBuffers(of: channel)
    logger.debug("udp \(address): receive buffer of \(granted) bytes")
    return channel
  }

  private func bindStream(to address: SocketAddress, dualStack: Bool) async throws -> any Channel {
    let (loop, logger, onPacket, onDisconnect, password) = (loop, logger, onPacket, onDisconnect, password)
    let limit = connectionLimit
    var bootstrap = ServerBootstrap(group: loop.eventLoop)
      .serverChannelOption(.autoRead, value: false)
      .serverChannelOption(.backlog, value: 256)
      .serverChannelOption(.maxMessagesPerRead, value: UInt(limit == nil ? 4 : 1))
      .serverChannelOption(.socketOption(.so_reuseaddr), value: 1)
      .childChannelOption(.tcpOption(.tcp_nodelay), value: 1)
      .childChannelOption(.socketOption(.so_keepalive), value: 1)
      .childChannelInitializer { channel in
        limit?.admit(channel)
        return channel.eventLoop.makeCompletedFuture {
          try channel.pipeline.syncOperations.addHandler(
            ConnectionHandler(
              framing: nil, password: password, loop: loop, logger: logger, onPacket: onPacket,
              onClose: onDisconnect))
        }
      }
    if address.protocol == .inet6 {
      bootstrap = bootstrap.serverChannelOption(Self.onlyIPv6, value: dualStack ? 0 : 1)
    }
    return try await bootstrap.bind(to: address).get()
  }

  private static let onlyIPv6 = ChannelOptions.Types.SocketOption(level: .ipv6, name: .ipv6_v6only)

  /// An IPv6 socket leaves IPv4 to the others, unless there are none.
  private static func only(
    _ bootstrap: DatagramBootstrap, _ address: SocketAddress, _ dualStack: Bool
  ) -> DatagramBootstrap {
    address.protocol == .inet6 ? bootstrap.channelOption(onlyIPv6, value: dualStack ? 0 : 1) : bootstrap
  }
}
