internal import NIOCore
internal import NIOPosix

#if canImport(Darwin)
import Darwin
#elseif canImport(Musl)
import Musl
#else
import Glibc
#endif

/// What every datagram socket is set to, so that bursts are kept and nothing is cut short.
enum DatagramOptions {
  /// Datagrams read by one system call.
  static let vectorCount = 16
  static let greatestDatagram = 65_536

  static func apply(to bootstrap: DatagramBootstrap) -> DatagramBootstrap {
    bootstrap
      .channelOption(.datagramVectorReadMessageCount, value: vectorCount)
      .channelOption(
        .recvAllocator, value: FixedSizeRecvByteBufferAllocator(capacity: vectorCount * greatestDatagram))
  }

  /// Buffers as large as the system grants; returns the receive buffer's size in bytes as the system counts it.
  static func enlargeBuffers(of channel: any Channel) async -> Int {
    #if os(Linux)
    _ = try? await channel.setOption(
      .socketOption(NIOBSDSocket.Option(rawValue: SO_RCVBUFFORCE)), value: 16 << 20
    ).get()
    #endif
    // Linux grants what it can of a request, others refuse one that is too large.
    for megabytes in [16, 8, 4, 2, 1] {
      let wanted = megabytes << 20
      if let granted = try? await channel.getOption(.socketOption(.so_rcvbuf)).get(), granted >= wanted { break }
      if (try? await channel.setOption(.socketOption(.so_rcvbuf), value: wanted).get()) != nil { break }
    }
    for size in [1 << 20, 1 << 17] {
      if (try? await channel.setOption(.socketOption(.so_sndbuf), value: size).get()) != nil { break }
    }
    return (try? await channel.getOption(.socketOption(.so_rcvbuf)).get()) ?? 0
  }
}
