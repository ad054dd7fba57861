public import OSC

/// How packets follow one another on a stream.
public enum OSCFraming: Sendable, Hashable, CaseIterable {
  /// An int32 with the packet's length before each, as OSC 1.0 has it.
  case lengthPrefix
  /// SLIP (RFC 1055) with an END before and behind each packet, as OSC 1.1 has it.
  case slip

  /// The framing of a stream, by its first byte: a length below 16 MiB begins with 0, SLIP with END or, where the
  /// sender leaves the first END out, with the packet itself. Nil for what is no OSC.
  public init?(firstByte: UInt8) {
    switch firstByte {
    case 0: self = .lengthPrefix
    case SLIPDecoder.end, UInt8(ascii: "/"), UInt8(ascii: "#"): self = .slip
    default: return nil
    }
  }

  /// The bytes that carry the packet.
  public func frame(_ packet: OSCPacket) -> [UInt8] {
    switch self {
    case .lengthPrefix:
      var bytes: [UInt8] = [0, 0, 0, 0]
      packet.encode(into: &bytes)
      let length = UInt32(clamping: bytes.count - 4)
      for index in 0..<4 { bytes[index] = UInt8(truncatingIfNeeded: length >> (24 - 8 * index)) }
      return bytes
    case .slip:
      return SLIPDecoder.framed(packet.encoded())
    }
  }
}
