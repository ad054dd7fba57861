public import OSC

/// Whoever sent a command, and the way back.
public struct StemClient: Sendable, CustomStringConvertible {
  /// Tells one client from another.
  public let description: String
  /// Whether it comes by a connection, whose end the server is told.
  public let isConnected: Bool
  private let send: @Sendable (OSCPacket) -> Void

  public init(_ description: String, isConnected: Bool = false, send: @escaping @Sendable (OSCPacket) -> Void) {
    self.description = description
    self.isConnected = isConnected
    self.send = send
  }

  func reply(_ message: OSCMessage) { send(.message(message)) }

  func tell(_ messages: [OSCMessage]) { send(.bundle(OSCBundle(messages: messages))) }
}
