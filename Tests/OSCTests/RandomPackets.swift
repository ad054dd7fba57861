import OSC
import TestRandomness

/// Packets of every shape, from a seed.
struct RandomPackets {
  var random: SplitMix

  init(seed: UInt64) { random = SplitMix(seed: seed) }

  mutating func packet(depth: Int = 0) -> OSCPacket {
    guard depth < 5, Int.random(in: 0..<4, using: &random) == 0 else { return .message(message()) }
    let elements = (0..<Int.random(in: 0...4, using: &random)).map { _ in packet(depth: depth + 1) }
    return .bundle(OSCBundle(timeTag: OSCTimeTag(rawValue: random.next()), elements: elements))
  }

  mutating func message() -> OSCMessage {
    let address: OSCAddress =
      Int.random(in: 0..<8, using: &random) == 0
      ? .number(Int32.random(in: 0..<1 << 24, using: &random)) : .path("/" + text())
    return OSCMessage(address, arguments(depth: 0))
  }

  mutating func arguments(depth: Int) -> [OSCArgument] {
    (0..<Int.random(in: 0...9, using: &random)).map { _ in argument(depth: depth) }
  }

  mutating func argument(depth: Int) -> OSCArgument {
    switch Int.random(in: 0..<(depth < 4 ? 16 : 15), using: &random) {
    case 0: .int32(Int32(truncatingIfNeeded: random.next()))
    case 1: .float32(Float(bitPattern: UInt32(truncatingIfNeeded: random.next())))
    case 2: .string(text())
    case 3: .blob(bytes(upTo: 24))
    case 4: .int64(Int64(bitPattern: random.next()))
    case 5: .timeTag(OSCTimeTag(rawValue: random.next()))
    case 6: .double(Double(bitPattern: random.next()))
    case 7: .symbol(text())
    case 8: .character(scalar())
    case 9: .color(OSCColor(red: byte(), green: byte(), blue: byte(), alpha: byte()))
    case 10: .midi(OSCMIDIMessage(port: byte(), status: byte(), data1: byte(), data2: byte()))
    case 11: .true
    case 12: .false
    case 13: .null
    case 14: .impulse
    default: .array(arguments(depth: depth + 1))
    }
  }

  mutating func bytes(upTo count: Int) -> [UInt8] {
    (0..<Int.random(in: 0...count, using: &random)).map { _ in byte() }
  }

  mutating func byte() -> UInt8 { UInt8(truncatingIfNeeded: random.next()) }

  /// Any but NUL, which no string on the wire can hold.
  mutating func text() -> String {
    var text = ""
    for _ in 0..<Int.random(in: 0...12, using: &random) { text.unicodeScalars.append(scalar()) }
    return text
  }

  mutating func scalar() -> Unicode.Scalar {
    let ascii = Bool.random(using: &random)
    let value = UInt32.random(in: 1..<(ascii ? 0x80 : 0x11_0000), using: &random)
    return Unicode.Scalar(value) ?? "\u{FFFD}"
  }

  /// The packet's bytes after a few mishaps: bits flipped, bytes replaced, cut short, grown, lengths made absurd.
  mutating func mutated(_ packet: OSCPacket) -> [UInt8] {
    var bytes = packet.encoded()
    for _ in 0..<Int.random(in: 1...4, using: &random) {
      guard !bytes.isEmpty else { return bytes }
      let index = Int.random(in: 0..<bytes.count, using: &random)
      switch Int.random(in: 0..<6, using: &random) {
      case 0: bytes[index] ^= 1 << UInt8.random(in: 0..<8, using: &random)
      case 1: bytes[index] = byte()
      case 2: bytes.removeLast(bytes.count - index)
      case 3: bytes.insert(contentsOf: self.bytes(upTo: 8), at: index)
      case 4: bytes.removeSubrange(index..<min(index + 4, bytes.count))
      default:
        let word = index / 4 * 4
        for offset in word..<min(word + 4, bytes.count) { bytes[offset] = Bool.random(using: &random) ? 0xFF : 0x7F }
      }
    }
    return bytes
  }
}
