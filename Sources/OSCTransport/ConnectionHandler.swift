internal import Logging
internal import NIOCore
internal import OSC

/// Cuts a connection's stream into packets and decodes them. On the loop.
final class ConnectionHandler: ChannelInboundHandler {
  typealias InboundIn = ByteBuffer

  private var decoder: OSCStreamDecoder
  /// Nil until the framing is known.
  private var peer: OSCPeer?
  /// What must come first; nil once it has.
  private var password: [UInt8]?
  private var triesLeft = 4
  private let loop: OSCLoop
  private let logger: Logger
  private let onPacket: @Sendable (Result<OSCPacket, OSCDecodingError>, OSCPeer) -> Void
  private let onClose: @Sendable (OSCPeer) -> Void

  init(
    framing: OSCFraming?, password: String = "", loop: OSCLoop, logger: Logger,
    onPacket: @escaping @Sendable (Result<OSCPacket, OSCDecodingError>, OSCPeer) -> Void,
    onClose: @escaping @Sendable (OSCPeer) -> Void
  ) {
    decoder = OSCStreamDecoder(framing: framing)
    self.password = password.isEmpty ? nil : Array(password.utf8)
    self.loop = loop
    self.logger = logger
    self.onPacket = onPacket
    self.onClose = onClose
  }

  func channelActive(context: ChannelHandlerContext) { identify(context.channel) }

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    do {
      try unwrapInboundIn(data).withUnsafeReadableBytes { try receive($0, channel: context.channel) }
    } catch {
      let from = context.channel.remoteAddress.map { "tcp \($0)" } ?? "a connection"
      logger.warning("\(peer?.description ?? from): \(error): closed")
      context.close(promise: nil)
    }
  }

  func channelInactive(context: ChannelHandlerContext) {
    guard let peer else { return }
    if decoder.pendingByteCount > 0 {
      logger.info("\(peer) closed in the middle of a packet, \(decoder.pendingByteCount) bytes of it ignored")
    }
    self.peer = nil
    onClose(peer)
  }

  /// A reset and the like, behind which the channel closes.
  func errorCaught(context: ChannelHandlerContext, error: any Error) {
    logger.debug("\(peer?.description ?? "a connection"): \(error)")
    context.close(promise: nil)
  }

  private func receive(_ bytes: UnsafeRawBufferPointer, channel: any Channel) throws(OSCFramingError) {
    try decoder.detectFraming(bytes)
    identify(channel)
    guard let peer else { return }
    try decoder.receive(bytes) { packet in
      if password != nil { logIn(packet, peer, channel) } else { onPacket(OSCPacket.decoded(packet), peer) }
    }
  }

  /// Compares up to the first NUL.
  private func logIn(_ bytes: UnsafeRawBufferPointer, _ peer: OSCPeer, _ channel: any Channel) {
    guard triesLeft > 0 else { return }
    if Array(bytes.prefix { $0 != 0 }) == password {
      password = nil
      return
    }
    triesLeft -= 1
    logger.warning("\(peer): wrong password")
    if triesLeft == 0 { channel.close(promise: nil) }
  }

  private func identify(_ channel: any Channel) {
    guard peer == nil, let framing = decoder.framing, let address = channel.remoteAddress else { return }
    peer = OSCPeer(address: address, link: TCPLink(channel: channel, framing: framing, loop: loop, logger: logger))
  }
}
