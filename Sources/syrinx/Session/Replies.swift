import OSC
import Synchronization

/// Replies that wait to be looked at.
final class Replies: Sendable {
  private let packets = Mutex<[OSCPacket]>([])

  func append(_ packet: OSCPacket) { packets.withLock { $0.append(packet) } }

  func take() -> [OSCPacket] {
    packets.withLock { packets in
      defer { packets = [] }
      return packets
    }
  }
}
