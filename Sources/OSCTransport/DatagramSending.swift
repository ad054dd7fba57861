internal import NIOCore

#if canImport(Darwin)
import Darwin
#elseif canImport(Musl)
import Musl
#else
import Glibc
#endif

/// One datagram straight to the system, since a channel closes its socket for an error that concerns one receiver only.
enum DatagramSending {
  enum Outcome {
    case sent
    /// The socket takes no more just now.
    case full
    /// More than a datagram holds.
    case tooLong
    /// No one listened there, as an earlier datagram found out.
    case refused
    case failed(reason: String)
  }

  /// To the address, or to where the socket is connected. Does not wait.
  static func send(_ bytes: [UInt8], to address: SocketAddress?, socket: CInt) -> Outcome {
    let flags = CInt(MSG_DONTWAIT)
    let sent = bytes.withUnsafeBytes { bytes in
      guard let address else { return system { sendto(socket, bytes.baseAddress, bytes.count, flags, nil, 0) } }
      return address.withSockAddr { name, length in
        system { sendto(socket, bytes.baseAddress, bytes.count, flags, name, socklen_t(length)) }
      }
    }
    switch sent {
    case 0: return .sent
    case EAGAIN, EWOULDBLOCK, ENOBUFS: return .full
    case EMSGSIZE: return .tooLong
    case ECONNREFUSED: return .refused
    case let code: return .failed(reason: String(cString: strerror(code)))
    }
  }

  /// The error number of the call, 0 for none.
  private static func system(_ call: () -> Int) -> CInt {
    while call() < 0 {
      if errno != EINTR { return errno }
    }
    return 0
  }
}
