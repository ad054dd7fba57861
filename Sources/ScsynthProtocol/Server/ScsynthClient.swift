public import OSC

/// Whoever sent a command, and the way back.
public struct ScsynthClient: Sendable {
  /// What tells one from another.
  public let address: String
  private let sendPacket: @Sendable (OSCPacket) -> Void

  public init(_ address: String, send: @escaping @Sendable (OSCPacket) -> Void) {
    self.address = address
    sendPacket = send
  }

  /// Nobody: for scores.
  public static let none = ScsynthClient("") { _ in }

  func send(_ message: OSCMessage) { sendPacket(.message(message)) }
}

extension ScsynthClient: Hashable {
  public static func == (left: ScsynthClient, right: ScsynthClient) -> Bool { left.address == right.address }

  public func hash(into hasher: inout Hasher) { hasher.combine(address) }
}
