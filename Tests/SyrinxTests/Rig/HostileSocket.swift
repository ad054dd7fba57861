import OSC

#if canImport(Darwin)
import Darwin
#else
import Glibc
#endif

/// A blocking UDP socket to a port on 127.0.0.1, for bytes of any kind.
final class HostileSocket: Sendable {
  struct Failure: Error {
    var description: String
  }

  private let descriptor: Int32

  init(port: Int) throws {
    #if canImport(Darwin)
    descriptor = socket(AF_INET, SOCK_DGRAM, 0)
    #else
    descriptor = socket(AF_INET, Int32(SOCK_DGRAM.rawValue), 0)
    #endif
    var address = sockaddr_in()
    #if canImport(Darwin)
    address.sin_len = UInt8(MemoryLayout<sockaddr_in>.size)
    #endif
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = UInt16(truncatingIfNeeded: port).bigEndian
    address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
    let result = withUnsafeBytes(of: address) { bytes in
      bytes.withMemoryRebound(to: sockaddr.self) { connect(descriptor, $0.baseAddress, socklen_t(bytes.count)) }
    }
    guard result == 0 else { throw Failure(description: String(cString: strerror(errno))) }
    var patience = timeval(tv_sec: 1, tv_usec: 0)
    setsockopt(descriptor, SOL_SOCKET, SO_RCVTIMEO, &patience, socklen_t(MemoryLayout<timeval>.size))
  }

  deinit { close(descriptor) }

  func send(_ bytes: [UInt8]) throws {
    let count = bytes.withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
    guard count == bytes.count else { throw Failure(description: String(cString: strerror(errno))) }
  }

  /// Returns when the server has read all that was sent before. The answer is asked for again when it got lost.
  func synchronize(_ number: Int32) throws {
    let answer = OSCPacket.message(OSCMessage("/synced", .int32(number)))
    var bytes = [UInt8](repeating: 0, count: 65_536)
    for _ in 0..<30 {
      try send(OSCPacket.message(OSCMessage("/sync", .int32(number))).encoded())
      while true {
        let count = bytes.withUnsafeMutableBytes { read(descriptor, $0.baseAddress, $0.count) }
        guard count > 0 else { break }
        if (try? OSCPacket(decoding: Array(bytes[..<count]))) == answer { return }
      }
    }
    throw Failure(description: "the server answers no more")
  }
}
