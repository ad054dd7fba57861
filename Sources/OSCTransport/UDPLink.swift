internal import Logging
internal import NIOCore
internal import NIOPosix
internal import OSC

/// A datagram socket to send by.
final class UDPLink: OSCLink {
  let kind = OSCTransportKind.udp
  private let channel: any Channel
  private let loop: OSCLoop
  private let logger: Logger
  /// Whether the socket is connected to the one it sends to.
  private let isConnected: Bool
  private let onRefused: @Sendable () -> Void

  init(
    channel: any Channel, loop: OSCLoop, logger: Logger, isConnected: Bool = false,
    onRefused: @escaping @Sendable () -> Void = {}
  ) {
    self.channel = channel
    self.loop = loop
    self.logger = logger
    self.isConnected = isConnected
    self.onRefused = onRefused
  }

  func send(_ packet: OSCPacket, to address: SocketAddress) {
    let bytes = packet.encoded()
    loop.perform { [self] in transmit(bytes, to: address) }
  }

  /// On the loop.
  private func transmit(_ bytes: [UInt8], to address: SocketAddress) {
    guard channel.isActive else { return }
    let target = isConnected ? nil : address
    let outcome = try? channel.pipeline.syncOperations.withUnsafeTransportIfAvailable(of: NIOBSDSocket.Handle.self) {
      socket in
      let outcome = DatagramSending.send(bytes, to: target, socket: socket)
      guard case .refused = outcome else { return outcome }
      onRefused()
      return DatagramSending.send(bytes, to: target, socket: socket)
    }
    switch outcome ?? .full {
    case .sent, .refused: break
    case .full: queue(bytes, to: address)
    case .tooLong:
      logger.warning(
        "\(bytes.count) bytes for \(text(address)) do not fit into a datagram, dropped: use TCP for that much")
    case .failed(let reason):
      logger.warning("cannot send \(bytes.count) bytes to \(text(address)): \(reason)")
    }
  }

  /// Until the socket takes them, up to the channel's high-water mark.
  private func queue(_ bytes: [UInt8], to address: SocketAddress) {
    guard channel.isWritable else {
      logger.warning("\(text(address)) is sent more than the network takes: dropped \(bytes.count) bytes")
      return
    }
    let data = ByteBuffer(bytes: bytes)
    channel.writeAndFlush(AddressedEnvelope(remoteAddress: address, data: data), promise: nil)
  }

  private func text(_ address: SocketAddress) -> OSCPeer { OSCPeer(address: address, link: self) }
}
