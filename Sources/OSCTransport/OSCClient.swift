internal import Logging
internal import NIOCore
internal import NIOPosix
public import OSC

/// Speaks to one OSC server, over UDP or TCP.
public final class OSCClient: Sendable {
  public let transport: OSCTransportKind
  /// As given to `connect`.
  public let host: String
  public let port: Int

  private let channel: any Channel
  private let address: SocketAddress
  private let link: any OSCLink
  private let inbox: OSCInbox

  private init(
    transport: OSCTransportKind, host: String, port: Int, channel: any Channel, address: SocketAddress,
    link: any OSCLink, inbox: OSCInbox
  ) {
    self.transport = transport
    self.host = host
    self.port = port
    self.channel = channel
    self.address = address
    self.link = link
    self.inbox = inbox
  }

  /// For UDP this succeeds whether anyone listens or not, and `localhost` is 127.0.0.1; for TCP it is whichever family
  /// answers.
  public static func connect(
    host: String, port: Int, transport: OSCTransportKind, framing: OSCFraming = .lengthPrefix
  ) async throws(OSCTransportError) -> OSCClient {
    guard (1...65535).contains(port) else { throw .portOutOfRange(port) }
    let inbox = OSCInbox(capacity: 8192)
    let loop = OSCLoop(sharing: MultiThreadedEventLoopGroup.singleton)
    // A client has no log: what it cannot read is no message, and what it cannot send is in `failure`.
    let logger = Logger(label: "OSCClient") { _ in SwiftLogNoOpLogHandler() }
    do {
      switch transport {
      case .udp: return try await datagrams(host: host, port: port, inbox: inbox, loop: loop, logger: logger)
      case .tcp:
        return try await stream(host: host, port: port, framing: framing, inbox: inbox, loop: loop, logger: logger)
      }
    } catch let error as OSCTransportError {
      throw error
    } catch {
      throw OSCTransportError(error, kind: transport, host: host, port: port)
    }
  }

  private static func datagrams(
    host: String, port: Int, inbox: OSCInbox, loop: OSCLoop, logger: Logger
  ) async throws -> OSCClient {
    guard let address = try await HostResolution.addresses(of: host, port: port).first else {
      throw OSCTransportError.unknownHost(host)
    }
    let refused = { @Sendable in inbox.fail(.refused(.udp, host: host, port: port)) }
    let bootstrap = DatagramOptions.apply(to: DatagramBootstrap(group: loop.eventLoop))
      .channelInitializer { channel in
        let link = UDPLink(channel: channel, loop: loop, logger: logger)
        return channel.eventLoop.makeCompletedFuture {
          try channel.pipeline.syncOperations.addHandler(
            DatagramHandler(
              link: link,
              onPacket: { result, _ in if case .success(let packet) = result { inbox.receive(packet) } },
              onError: { inbox.fail(OSCTransportError($0, kind: .udp, host: host, port: port)) },
              onClose: { inbox.close() }))
        }
      }
    let channel = try await bootstrap.connect(to: address).get()
    _ = await DatagramOptions.enlargeBuffers(of: channel)
    let link = UDPLink(channel: channel, loop: loop, logger: logger, isConnected: true, onRefused: refused)
    return OSCClient(
      transport: .udp, host: host, port: port, channel: channel, address: address, link: link, inbox: inbox)
  }

  private static func stream(
    host: String, port: Int, framing: OSCFraming, inbox: OSCInbox, loop: OSCLoop, logger: Logger
  ) async throws -> OSCClient {
    let bootstrap = ClientBootstrap(group: loop.eventLoop)
      .channelOption(.tcpOption(.tcp_nodelay), value: 1)
      .connectTimeout(.seconds(10))
      .channelInitializer { channel in
        channel.eventLoop.makeCompletedFuture {
          try channel.pipeline.syncOperations.addHandler(
            ConnectionHandler(
              framing: framing, loop: loop, logger: logger,
              onPacket: { result, _ in if case .success(let packet) = result { inbox.receive(packet) } },
              onClose: { _ in inbox.close() }))
        }
      }
    let channel = try await bootstrap.connect(host: host, port: port).get()
    guard let address = channel.remoteAddress else {
      throw OSCTransportError.failed(.tcp, host: host, port: port, reason: "closed at once")
    }
    let link = TCPLink(channel: channel, framing: framing, loop: loop, logger: logger)
    return OSCClient(
      transport: .tcp, host: host, port: port, channel: channel, address: address, link: link, inbox: inbox)
  }

  /// What the server sends, for one reader; ends when the connection does. The newest 8192 packets are kept until they
  /// are read. Requests take nothing away from it.
  public var incoming: AsyncStream<OSCPacket> { inbox.stream }

  /// The last trouble of the socket, such as a UDP port on which no one listens.
  public var failure: OSCTransportError? { inbox.failure }

  /// From any thread; never waits.
  public func send(_ packet: OSCPacket) {
    link.send(packet, to: address)
  }

  public func send(_ message: OSCMessage) {
    send(.message(message))
  }

  /// Sends the message and collects what comes from then on, bundles unpacked, up to the message that `isLast` accepts.
  ///
  /// Without that message, what came by the end of the time; less when the connection ends, no one listens (see
  /// `failure`) or the task is cancelled. Several requests may wait at once, and each gets everything.
  public func request(
    _ message: OSCMessage, until isLast: @escaping @Sendable (OSCMessage) -> Bool, timeoutSeconds: Double
  ) async -> [OSCMessage] {
    await collect(until: isLast, timeoutSeconds: timeoutSeconds) { self.send(message) }
  }

  /// As `request`, without sending anything.
  public func messages(
    until isLast: @escaping @Sendable (OSCMessage) -> Bool, timeoutSeconds: Double
  ) async -> [OSCMessage] {
    await collect(until: isLast, timeoutSeconds: timeoutSeconds) {}
  }

  private func collect(
    until isLast: @escaping @Sendable (OSCMessage) -> Bool, timeoutSeconds: Double, after start: () -> Void
  ) async -> [OSCMessage] {
    let inbox = inbox
    let id = inbox.open(isLast)
    let milliseconds = Int64(min(max(timeoutSeconds.isNaN ? 0 : timeoutSeconds, 0), 1e9) * 1000)
    let timer = channel.eventLoop.scheduleTask(in: .milliseconds(milliseconds)) { inbox.finish(id) }
    start()
    let messages = await withTaskCancellationHandler {
      await inbox.messages(of: id)
    } onCancel: {
      inbox.finish(id)
    }
    timer.cancel()
    return messages
  }

  /// Ends `incoming` and every request that waits.
  public func close() async {
    try? await channel.close().get()
    inbox.close()
  }
}
