internal import Logging
internal import NIOCore
internal import OSC

/// Decodes each datagram as it comes. On the loop.
final class DatagramHandler: ChannelInboundHandler {
  typealias InboundIn = AddressedEnvelope<ByteBuffer>

  private let link: UDPLink
  private let onPacket: @Sendable (Result<OSCPacket, OSCDecodingError>, OSCPeer) -> Void
  private let onError: @Sendable (any Error) -> Void
  private let onClose: @Sendable () -> Void

  init(
    link: UDPLink, onPacket: @escaping @Sendable (Result<OSCPacket, OSCDecodingError>, OSCPeer) -> Void,
    onError: @escaping @Sendable (any Error) -> Void, onClose: @escaping @Sendable () -> Void
  ) {
    self.link = link
    self.onPacket = onPacket
    self.onError = onError
    self.onClose = onClose
  }

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    let envelope = unwrapInboundIn(data)
    onPacket(
      envelope.data.withUnsafeReadableBytes(OSCPacket.decoded),
      OSCPeer(address: envelope.remoteAddress, link: link))
  }

  /// Those that end the socket come to `channelInactive` too.
  func errorCaught(context: ChannelHandlerContext, error: any Error) { onError(error) }

  func channelInactive(context: ChannelHandlerContext) { onClose() }
}

extension OSCPacket {
  static func decoded(_ bytes: UnsafeRawBufferPointer) -> Result<OSCPacket, OSCDecodingError> {
    do {
      return .success(try OSCPacket(decoding: bytes))
    } catch {
      return .failure(error)
    }
  }
}
