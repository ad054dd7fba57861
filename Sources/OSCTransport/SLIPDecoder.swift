/// Packets between END bytes, with END and ESC escaped within (RFC 1055).
struct SLIPDecoder: Sendable {
  static let end: UInt8 = 0xC0
  private static let escape: UInt8 = 0xDB
  private static let escapedEnd: UInt8 = 0xDC
  private static let escapedEscape: UInt8 = 0xDD

  private var pending: [UInt8] = []
  private var afterEscape = false

  var pendingByteCount: Int { pending.count }

  /// An ESC before any other byte is dropped, as RFC 1055's own reader does. No packet lies between two ENDs in a row.
  mutating func receive(
    _ chunk: UnsafeRawBufferPointer, limit: Int, deliver: (UnsafeRawBufferPointer) -> Void
  ) throws(OSCFramingError) {
    for byte in chunk {
      switch byte {
      case Self.end:
        if !pending.isEmpty { pending.withUnsafeBytes(deliver) }
        pending.removeAll(keepingCapacity: pending.count <= 1 << 16)
        afterEscape = false
        continue
      case Self.escape where !afterEscape:
        afterEscape = true
        continue
      case Self.escapedEnd where afterEscape: pending.append(Self.end)
      case Self.escapedEscape where afterEscape: pending.append(Self.escape)
      default: pending.append(byte)
      }
      afterEscape = false
      if pending.count > limit { throw .tooLong(length: pending.count, limit: limit) }
    }
  }

  static func framed(_ packet: [UInt8]) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(packet.count + packet.count / 32 + 2)
    bytes.append(end)
    for byte in packet {
      switch byte {
      case end: bytes += [escape, escapedEnd]
      case escape: bytes += [escape, escapedEscape]
      default: bytes.append(byte)
      }
    }
    bytes.append(end)
    return bytes
  }
}
