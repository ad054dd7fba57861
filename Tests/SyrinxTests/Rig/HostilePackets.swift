import OSC
import StemProtocol
import TestRandomness

/// Packets from a seed: noise, commands with arguments of any kind, and either of them damaged. None of them is a healthy
/// command that would change what is heard of one steady stem.
struct HostilePackets {
  static let steadyStem: Int32 = 100

  private static let numbers: [Float] = [.nan, .infinity, -.infinity, .greatestFiniteMagnitude, 0]
  private static let words = [
    "", "/nowhere/x.wav", "/dev/null", "/dev/zero", "/", "linear", "/stop_stem", "NaN", "1e999", "ä\u{1F3B5}",
  ]

  private var random: SplitMix

  init(seed: UInt64) { random = SplitMix(seed: seed) }

  mutating func next() -> [UInt8] {
    while true {
      let bytes = candidate()
      if bytes.count <= 9000, !isHarmful(bytes) { return bytes }
    }
  }

  private mutating func candidate() -> [UInt8] {
    switch Int.random(in: 0..<10, using: &random) {
    case 0: noise(upTo: 400)
    case 1: Array("#bundle\0".utf8) + noise(upTo: 200)
    case 2...5: packet(depth: 0).encoded()
    default: damaged(packet(depth: 0).encoded())
    }
  }

  private mutating func noise(upTo count: Int) -> [UInt8] {
    (0..<Int.random(in: 0...count, using: &random)).map { _ in UInt8(truncatingIfNeeded: random.next()) }
  }

  private mutating func packet(depth: Int) -> OSCPacket {
    guard depth < 4, Int.random(in: 0..<4, using: &random) == 0 else { return .message(message()) }
    let elements = (0..<Int.random(in: 0...5, using: &random)).map { _ in packet(depth: depth + 1) }
    let times = [OSCTimeTag.immediately, OSCTimeTag(rawValue: random.next()), OSCTimeTag(rawValue: .max)]
    return .bundle(OSCBundle(timeTag: times[Int.random(in: 0..<3, using: &random)], elements: elements))
  }

  private mutating func message() -> OSCMessage {
    let addresses = StemCommandTable.specifications.map(\.address) + ["/", "/*", "//", "/{a,", "/[", "/play_stem/x"]
    let address = addresses[Int.random(in: 0..<addresses.count, using: &random)]
    var arguments = (0..<Int.random(in: 0...7, using: &random)).map { _ in argument(depth: 0) }
    if Bool.random(using: &random) { arguments.insert(.int32(Int32.random(in: -2...2000, using: &random)), at: 0) }
    if address == "/at", Bool.random(using: &random) {
      arguments.insert(.double(Double(bitPattern: random.next())), at: 0)
    }
    return OSCMessage(.path(address), arguments)
  }

  private mutating func argument(depth: Int) -> OSCArgument {
    switch Int.random(in: 0..<(depth < 3 ? 13 : 12), using: &random) {
    case 0: .int32(Int32(truncatingIfNeeded: random.next()))
    case 1: .float32(Float(bitPattern: UInt32(truncatingIfNeeded: random.next())))
    case 2: .string(text())
    case 3: .blob(noise(upTo: 40))
    case 4: .int64(Int64(bitPattern: random.next()))
    case 5: .timeTag(OSCTimeTag(rawValue: random.next()))
    case 6: .double(Double(bitPattern: random.next()))
    case 7: .symbol(text())
    case 8:
      .float32([Float.nan, .infinity, -.infinity, .greatestFiniteMagnitude, 0][Int.random(in: 0..<5, using: &random)])
    case 9: .true
    case 10: .null
    case 11: .impulse
    default: .array((0..<Int.random(in: 0...4, using: &random)).map { _ in argument(depth: depth + 1) })
    }
  }

  private mutating func text() -> String {
    let words = [
      "", "/nowhere/x.wav", "/dev/null", "/dev/zero", "/", "linear", "/stop_stem", "NaN", "1e999", "ä\u{1F3B5}",
    ]
    let word = words[Int.random(in: 0..<words.count, using: &random)]
    return Int.random(in: 0..<20, using: &random) == 0 ? String(repeating: word, count: 200) : word
  }

  private mutating func damaged(_ packet: [UInt8]) -> [UInt8] {
    var bytes = packet
    for _ in 0..<Int.random(in: 1...4, using: &random) where !bytes.isEmpty {
      let index = Int.random(in: 0..<bytes.count, using: &random)
      switch Int.random(in: 0..<5, using: &random) {
      case 0: bytes[index] ^= 1 << UInt8.random(in: 0..<8, using: &random)
      case 1: bytes.removeLast(bytes.count - index)
      case 2: bytes.insert(contentsOf: noise(upTo: 8), at: index)
      case 3: bytes.removeSubrange(index..<min(index + 4, bytes.count))
      default:
        for offset in index / 4 * 4..<min(index / 4 * 4 + 4, bytes.count) { bytes[offset] = 0xFF }
      }
    }
    return bytes
  }

  // MARK: - Healthy commands

  private func isHarmful(_ bytes: [UInt8]) -> Bool {
    guard let packet = try? OSCPacket(decoding: bytes) else { return false }
    return packet.messages.contains { isHarmful("\($0.address)", $0.arguments[...]) }
  }

  private func isHarmful(_ address: String, _ arguments: ArraySlice<OSCArgument>) -> Bool {
    let pattern = OSCAddressPattern(address)
    let shared = [
      "/mixer_cleanup", "/crossfade_levels", "/test_tone", "/record_stop", "/route", "/set_tempo", "/reset",
      "/quantize", "/crossfader", "/crossfader_curve", "/deck_levels", "/limiter", "/ramp", "/start_group",
      "/stem_solo",
    ]
    if shared.contains(where: pattern.matches) { return true }
    if pattern.matches("/at"), let carried = arguments.dropFirst().first?.asText {
      return isHarmful(carried, arguments.dropFirst(2))
    }
    // A deck is everyone's.
    let ofADeck = StemCommandTable.specifications.filter { $0.parameters.first?.name == "deck" }.map(\.address)
    if ofADeck.contains(where: pattern.matches) { return true }
    let ofOneStem = StemCommandTable.specifications.filter { $0.parameters.first?.name == "id" }.map(\.address)
    return ofOneStem.contains(where: pattern.matches) && arguments.first?.asInteger == Int(Self.steadyStem)
  }
}
