internal import Logging
internal import NIOCore
internal import OSC
internal import Synchronization

/// A connection to send by, which is closed when the other side does not read.
final class TCPLink: OSCLink {
  /// In bytes waiting to be read by the other side.
  static let greatestBacklog = 8 << 20

  let kind = OSCTransportKind.tcp
  private let channel: any Channel
  private let loop: OSCLoop
  private let logger: Logger
  private let framing: OSCFraming
  private let backlog = Atomic(0)
  private let isDropped = Atomic(false)

  init(channel: any Channel, framing: OSCFraming, loop: OSCLoop, logger: Logger) {
    self.channel = channel
    self.framing = framing
    self.loop = loop
    self.logger = logger
  }

  func send(_ packet: OSCPacket, to address: SocketAddress) {
    guard !isDropped.load(ordering: .relaxed) else { return }
    let bytes = framing.frame(packet)
    let (before, after) = backlog.add(bytes.count, ordering: .relaxed)
    guard before == 0 || after <= Self.greatestBacklog else { return drop(address, waiting: before) }
    loop.perform { [self] in
      channel.writeAndFlush(ByteBuffer(bytes: bytes)).assumeIsolated().whenComplete { [self] _ in
        backlog.subtract(bytes.count, ordering: .relaxed)
      }
    }
  }

  private func drop(_ address: SocketAddress, waiting: Int) {
    guard !isDropped.exchange(true, ordering: .relaxed) else { return }
    logger.warning("\(OSCPeer(address: address, link: self)) does not read: closed with \(waiting) bytes unread")
    loop.perform { [self] in channel.close(promise: nil) }
  }
}
