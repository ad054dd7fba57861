public import OSC

/// Whoever sent a command, and the way back.
public struct StemClient: Sendable, CustomStringConvertible {
  public let description: String
  private let send: @Sendable (OSCPacket) -> Void

  public init(_ description: String, send: @escaping @Sendable (OSCPacket) -> Void) {
    self.description = description
    self.send = send
  }

  func reply(_ message: OSCMessage) { send(.message(message)) }
}
