/// What carries the packets.
public enum OSCTransportKind: String, Sendable, Hashable, CaseIterable {
  case udp
  case tcp
}

extension OSCTransportKind: CustomStringConvertible {
  public var description: String { rawValue }
}
