import OSC
import StemProtocol
import Synchronization

/// What a client has been sent, in order.
final class Mailbox: Sendable {
  private let messages = Mutex<[OSCMessage]>([])

  /// A client whose replies come here.
  var client: StemClient {
    StemClient("test") { [self] packet in messages.withLock { $0 += packet.messages } }
  }

  var all: [OSCMessage] { messages.withLock { $0 } }

  func put(_ message: OSCMessage) { messages.withLock { $0.append(message) } }

  func take() -> [OSCMessage] {
    messages.withLock { messages in
      defer { messages = [] }
      return messages
    }
  }
}
