import Logging
import OSC
import OSCTransport
import Synchronization

/// Something that listens on a free TCP port, notes down what it gets, and answers what it is told to.
final class FakeServer: Sendable {
  private let server: OSCServer
  private let log: Log

  final class Log: Sendable {
    let packets = Mutex<[OSCPacket]>([])
  }

  private init(server: OSCServer, log: Log) {
    self.server = server
    self.log = log
  }

  /// - Parameter answer: the replies to a message, bundles unpacked.
  static func start(_ answer: @escaping @Sendable (OSCMessage) -> [OSCMessage]) async throws -> FakeServer {
    let log = Log()
    let logger = Logger(label: "FakeServer") { _ in SwiftLogNoOpLogHandler() }
    let server = try await OSCServer.start(addresses: ["127.0.0.1"], port: 0, udp: false, logger: logger) {
      packet, peer in
      guard let packet = try? packet.get() else { return }
      log.packets.withLock { $0.append(packet) }
      for message in packet.messages {
        for reply in answer(message) { peer.send(.message(reply)) }
      }
    }
    return FakeServer(server: server, log: log)
  }

  var port: Int { server.port }
  var packets: [OSCPacket] { log.packets.withLock { $0 } }

  func stop() async { await server.stop() }

  static let clock = OSCMessage("/clock.reply", .double(2), .double(48000), .int64(96000))
}
