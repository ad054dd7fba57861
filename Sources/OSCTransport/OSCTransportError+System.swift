import NIOCore
import NIOPosix

#if canImport(Darwin)
import Darwin
#elseif canImport(Musl)
import Musl
#else
import Glibc
#endif

extension OSCTransportError {
  /// What the system said when a socket was opened there.
  init(_ error: any Error, kind: OSCTransportKind, host: String, port: Int) {
    switch Self.code(error) {
    case EADDRINUSE: self = .portInUse(kind, host: host, port: port)
    case EACCES, EPERM: self = .notPermitted(kind, host: host, port: port)
    case EADDRNOTAVAIL, EAFNOSUPPORT, EPROTONOSUPPORT: self = .addressNotHere(host: host)
    case ECONNREFUSED: self = .refused(kind, host: host, port: port)
    case let code?: self = .failed(kind, host: host, port: port, reason: String(cString: strerror(code)))
    case nil:
      switch error {
      case let error as NIOConnectionError where error.connectionErrors.isEmpty: self = .unknownHost(host)
      case let error as NIOConnectionError:
        self = .failed(kind, host: host, port: port, reason: "\(error.connectionErrors[0].error)")
      case is SocketAddressError: self = .unknownHost(host)
      case ChannelError.connectTimeout: self = .failed(kind, host: host, port: port, reason: "no answer")
      default: self = .failed(kind, host: host, port: port, reason: "\(error)")
      }
    }
  }

  /// The system's error number, where there is one.
  static func code(_ error: any Error) -> CInt? {
    switch error {
    case let error as IOError: error.errnoCode
    case let error as NIOConnectionError: error.connectionErrors.lazy.compactMap { code($0.error) }.first
    default: nil
    }
  }
}
