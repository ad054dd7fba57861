import Foundation
import OSC

/// A running scsynth, a peer's or ours, and a conversation with it.
final class ScsynthRun {
  struct Failure: Error, CustomStringConvertible {
    var description: String
  }

  let port: UInt16
  private let process: Process
  private let output: Pipe
  private let socket: Int32
  private let isStream: Bool
  private var pending: [UInt8] = []

  /// Boots it and waits until it says that it is ready.
  ///
  /// - stream: by TCP.
  /// - host: where it is to be reached.
  init(
    _ program: String, stream: Bool = false, host: String = "127.0.0.1", _ options: [String] = [],
    environment: [String: String]
  ) throws {
    isStream = stream
    port = try Self.freePort()
    process = Process()
    process.executableURL = URL(fileURLWithPath: program)
    process.arguments = [stream ? "-t" : "-u", "\(port)", "-i", "2", "-o", "2", "-D", "0"] + options
    process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
    output = Pipe()
    process.standardOutput = output
    process.standardError = FileHandle.nullDevice
    try process.run()
    var text = ""
    while !text.contains("SuperCollider 3 server ready") {
      let data = output.fileHandleForReading.availableData
      guard !data.isEmpty else { throw Failure(description: "\(program) did not boot: \(text)") }
      text += String(decoding: data, as: UTF8.self)
    }
    socket = Foundation.socket(AF_INET, Int32(stream ? SOCK_STREAM.rawValue : SOCK_DGRAM.rawValue), 0)
    var limit = timeval(tv_sec: 10, tv_usec: 0)
    setsockopt(socket, SOL_SOCKET, SO_RCVTIMEO, &limit, socklen_t(MemoryLayout<timeval>.size))
    let connected = Self.withAddress(port, host: host) { connect(socket, $0, $1) }
    guard connected == 0 else { throw Failure(description: "\(program) does not listen on \(port)") }
    // Its lines are read so that it never waits for a reader.
    output.fileHandleForReading.readabilityHandler = { _ = $0.availableData }
  }

  deinit {
    close(socket)
    output.fileHandleForReading.readabilityHandler = nil
    guard process.isRunning else { return }
    // In peace, so that it leaves no shared memory behind.
    let id = process.processIdentifier
    kill(id, SIGTERM)
    DispatchQueue.global().asyncAfter(deadline: .now() + 5) { [process] in if process.isRunning { kill(id, SIGKILL) } }
  }

  static func freePort() throws -> UInt16 {
    let probe = Foundation.socket(AF_INET, Int32(SOCK_DGRAM.rawValue), 0)
    defer { close(probe) }
    guard withAddress(0, { bind(probe, $0, $1) }) == 0 else { throw Failure(description: "no free port") }
    var address = sockaddr_in()
    var size = socklen_t(MemoryLayout<sockaddr_in>.size)
    _ = withUnsafeMutablePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { getsockname(probe, $0, &size) }
    }
    return UInt16(bigEndian: address.sin_port)
  }

  private static func withAddress<Result>(
    _ port: UInt16, host: String = "127.0.0.1", _ body: (UnsafePointer<sockaddr>, socklen_t) -> Result
  ) -> Result {
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = port.bigEndian
    address.sin_addr.s_addr = inet_addr(host)
    return withUnsafePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { body($0, socklen_t(MemoryLayout<sockaddr_in>.size)) }
    }
  }

  // MARK: - Talking

  func send(_ packet: OSCPacket) {
    var bytes = packet.encoded()
    if isStream { bytes = withUnsafeBytes(of: UInt32(bytes.count).bigEndian) { Array($0) } + bytes }
    sendRaw(bytes)
  }

  func sendRaw(_ bytes: [UInt8]) { _ = Foundation.send(socket, bytes, bytes.count, 0) }

  /// The next packet; nil when none comes in time or the connection is gone.
  func receive() -> OSCPacket? {
    guard let bytes = isStream ? receiveFrame() : receiveSome() else { return nil }
    return try? OSCPacket(decoding: bytes)
  }

  private func receiveSome() -> [UInt8]? {
    var bytes = [UInt8](repeating: 0, count: 65_536)
    let count = recv(socket, &bytes, bytes.count, 0)
    return count > 0 ? Array(bytes[..<count]) : nil
  }

  private func receiveFrame() -> [UInt8]? {
    while true {
      if pending.count >= 4 {
        let length = pending[..<4].reduce(0) { $0 << 8 | Int($1) }
        if pending.count >= 4 + length {
          defer { pending.removeFirst(4 + length) }
          return Array(pending[4..<4 + length])
        }
      }
      guard let more = receiveSome() else { return nil }
      pending += more
    }
  }

  /// What another client is answered, by UDP; nil when nobody listens there.
  func answer(toAnother packet: OSCPacket, host: String = "127.0.0.1") -> OSCPacket? {
    let other = Foundation.socket(AF_INET, Int32(SOCK_DGRAM.rawValue), 0)
    defer { close(other) }
    var limit = timeval(tv_sec: 10, tv_usec: 0)
    setsockopt(other, SOL_SOCKET, SO_RCVTIMEO, &limit, socklen_t(MemoryLayout<timeval>.size))
    guard Self.withAddress(port, host: host, { connect(other, $0, $1) }) == 0 else { return nil }
    let encoded = packet.encoded()
    _ = Foundation.send(other, encoded, encoded.count, 0)
    var bytes = [UInt8](repeating: 0, count: 65_536)
    let count = recv(other, &bytes, bytes.count, 0)
    return count > 0 ? try? OSCPacket(decoding: Array(bytes[..<count])) : nil
  }

  /// What another TCP client is answered once this one, which says something first, is gone.
  func answer(toAnother packet: OSCPacket, whenGoneAfter conversation: () -> Void) -> OSCPacket? {
    let other = Foundation.socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    defer { close(other) }
    var limit = timeval(tv_sec: 10, tv_usec: 0)
    setsockopt(other, SOL_SOCKET, SO_RCVTIMEO, &limit, socklen_t(MemoryLayout<timeval>.size))
    guard Self.withAddress(port, { connect(other, $0, $1) }) == 0 else { return nil }
    let encoded = packet.encoded()
    let frame = withUnsafeBytes(of: UInt32(encoded.count).bigEndian) { Array($0) } + encoded
    _ = Foundation.send(other, frame, frame.count, 0)
    conversation()
    shutdown(socket, Int32(SHUT_RDWR))
    var bytes = [UInt8](repeating: 0, count: 65_536)
    let count = recv(other, &bytes, bytes.count, 0)
    return count > 4 ? try? OSCPacket(decoding: Array(bytes[4..<count])) : nil
  }

  /// All messages up to the one that `isLast` accepts, or until none comes any more.
  func messages(until isLast: (OSCMessage) -> Bool) -> [OSCMessage] {
    var messages: [OSCMessage] = []
    while let packet = receive() {
      for message in packet.messages {
        messages.append(message)
        if isLast(message) { return messages }
      }
    }
    return messages
  }

  /// Sends a packet; gives back what comes before the server is in step again.
  func answers(to packet: OSCPacket, number: Int32, awaiting address: OSCAddress? = nil) -> [OSCMessage] {
    send(packet)
    var answers: [OSCMessage] = []
    if let address { answers = messages { $0.address == address } }
    send(.message(OSCMessage("/sync", .int32(number))))
    let synced = OSCMessage("/synced", .int32(number))
    answers += messages { $0 == synced }.filter { $0 != synced }
    return answers
  }

  /// The exit code.
  func ended() -> Int32 {
    process.waitUntilExit()
    return process.terminationReason == .exit ? process.terminationStatus : -process.terminationStatus
  }
}
