#if canImport(Darwin)
import Darwin
#else
import Glibc
#endif

/// A blocking IPv4 socket without any OSC, to send what no client would.
final class RawSocket: Sendable {
  struct Failure: Error {
    let code: Int32
  }

  private let descriptor: Int32

  /// Connected to the port on 127.0.0.1.
  init(stream: Bool, port: Int) throws {
    #if canImport(Darwin)
    let (streamType, datagramType) = (SOCK_STREAM, SOCK_DGRAM)
    #else
    let (streamType, datagramType) = (Int32(SOCK_STREAM.rawValue), Int32(SOCK_DGRAM.rawValue))
    #endif
    descriptor = socket(AF_INET, stream ? streamType : datagramType, 0)
    // A sockaddr_in, byte for byte.
    #if canImport(Darwin)
    let family: [UInt8] = [16, UInt8(AF_INET)]
    #else
    let family = withUnsafeBytes(of: UInt16(AF_INET)) { Array($0) }
    #endif
    let address =
      family + withUnsafeBytes(of: UInt16(truncatingIfNeeded: port).bigEndian) { Array($0) } + [127, 0, 0, 1]
      + Array(repeating: 0, count: 8)
    let result = address.withUnsafeBytes { bytes in
      bytes.withMemoryRebound(to: sockaddr.self) { connect(descriptor, $0.baseAddress, socklen_t(bytes.count)) }
    }
    guard result == 0 else { throw Failure(code: errno) }
  }

  deinit { close(descriptor) }

  func send(_ bytes: [UInt8]) throws {
    var sent = 0
    while sent < bytes.count {
      #if canImport(Darwin)
      let flags: Int32 = 0
      #else
      let flags = Int32(truncatingIfNeeded: MSG_NOSIGNAL)
      #endif
      let count = bytes[sent...].withUnsafeBytes { write(descriptor, $0, flags) }
      guard count > 0 else { throw Failure(code: errno) }
      sent += count
    }
  }

  private func write(_ descriptor: Int32, _ bytes: UnsafeRawBufferPointer, _ flags: Int32) -> Int {
    #if canImport(Darwin)
    Darwin.send(descriptor, bytes.baseAddress, bytes.count, flags)
    #else
    Glibc.send(descriptor, bytes.baseAddress, bytes.count, flags)
    #endif
  }
}
