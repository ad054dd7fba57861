/// Packets with an int32 length before each. What a chunk holds whole is delivered in place.
struct LengthPrefixDecoder: Sendable {
  private static let prefixLength = 4
  /// A prefix and what has come of its packet.
  private var pending: [UInt8] = []

  var pendingByteCount: Int { pending.count }

  mutating func receive(
    _ chunk: UnsafeRawBufferPointer, limit: Int, deliver: (UnsafeRawBufferPointer) -> Void
  ) throws(OSCFramingError) {
    var position = 0
    if !pending.isEmpty {
      fill(to: Self.prefixLength, from: chunk, at: &position)
      guard pending.count >= Self.prefixLength else { return }
      let whole = Self.prefixLength + (try pending.withUnsafeBytes { Self.length($0, at: 0) }.checked(limit: limit))
      fill(to: whole, from: chunk, at: &position)
      guard pending.count == whole else { return }
      pending.withUnsafeBytes { deliver(UnsafeRawBufferPointer(rebasing: $0[Self.prefixLength...])) }
      pending.removeAll(keepingCapacity: whole <= 1 << 16)
    }
    while chunk.count - position >= Self.prefixLength {
      let start = position + Self.prefixLength
      let length = try Self.length(chunk, at: position).checked(limit: limit)
      guard chunk.count - start >= length else { break }
      deliver(UnsafeRawBufferPointer(rebasing: chunk[start..<start + length]))
      position = start + length
    }
    pending.append(contentsOf: chunk[position...])
  }

  private mutating func fill(to count: Int, from chunk: UnsafeRawBufferPointer, at position: inout Int) {
    let taken = min(max(count - pending.count, 0), chunk.count - position)
    pending.append(contentsOf: chunk[position..<position + taken])
    position += taken
  }

  private static func length(_ bytes: UnsafeRawBufferPointer, at offset: Int) -> UInt32 {
    UInt32(bigEndian: bytes.loadUnaligned(fromByteOffset: offset, as: UInt32.self))
  }
}

extension UInt32 {
  /// As a packet's length; what is negative as an int32 is far above any limit.
  fileprivate func checked(limit: Int) throws(OSCFramingError) -> Int {
    guard Int(self) <= limit else { throw .tooLong(length: Int(self), limit: limit) }
    return Int(self)
  }
}
