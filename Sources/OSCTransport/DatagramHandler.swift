internal import Logging
internal import NIOCore
internal import OSC

/// Decodes each datagram as it comes. On the loop.
final class DatagramHandler: ChannelInboundHandler {
  typealias InboundIn = AddressedEnvelope<ByteBuffer>

  private let link: UDPLink
  private let allowsBareAddresses: Bool
  private let onPacket: @Sendable (Result<OSCPacket, OSCDecodingError>, OSCPeer) -> Void
  private let onError: @Sendable (any Error) -> Void
  private let onClose: @Sendable () -> Void

  init(
    link: UDPLink, allowsBareAddresses: Bool = false,
    onPacket: @escaping @Sendable (Result<OSCPacket, OSCDecodingError>, OSCPeer) -> Void,
    onError: @escaping @Sendable (any Error) -> Void, onClose: @escaping @Sendable () -> Void
  ) {
    self.link = link
    self.allowsBareAddresses = allowsBareAddresses
    self.onPacket = onPacket
    self.onError = onError
    self.onClose = onClose
  }

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    let envelope = unwrapInboundIn(data)
    onPacket(
      envelope.data.withUnsafeReadableBytes { OSCPacket.decoded($0, allowsBareAddresses: allowsBareAddresses) },
      OSCPeer(address: envelope.remoteAddress, link: link))
  }

  /// Those that end the socket come to `channelInactive` too.
  func errorCaught(context: ChannelHandlerContext, error: any Error) { onError(error) }

  func channelInactive(context: ChannelHandlerContext) { onClose() }
}

extension OSCPacket {
  static func decoded(
    _ bytes: UnsafeRawBufferPointer, allowsBareAddresses: Bool = false
  ) -> Result<OSCPacket, OSCDecodingError> {
    do {
      return .success(try OSCPacket(decoding: bytes, allowsBareAddresses: allowsBareAddresses))
    } catch {
      return .failure(error)
    }
  }
}
