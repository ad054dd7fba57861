import OSC
import Testing

@Suite("Random packets")
struct RandomPacketTests {
  @Test(arguments: [1, 2, 3, 4] as [UInt64])
  func decodingUndoesEncoding(seed: UInt64) throws {
    var packets = RandomPackets(seed: seed)
    for _ in 0..<5000 {
      let packet = packets.packet()
      let bytes = packet.encoded()
      #expect(bytes.count % 4 == 0)
      let decoded = try OSCPacket(decoding: bytes)
      guard decoded == packet, decoded.hashValue == packet.hashValue, decoded.encoded() == bytes else {
        Issue.record("\(packet) came back as \(decoded)")
        return
      }
    }
  }

  @Test(arguments: [5, 6, 7, 8] as [UInt64])
  func mutatedPacketsDecodeOrSayWhere(seed: UInt64) {
    var packets = RandomPackets(seed: seed)
    var refused = 0
    for _ in 0..<10_000 {
      let bytes = packets.mutated(packets.packet())
      do {
        let packet = try OSCPacket(decoding: bytes)
        #expect(try OSCPacket(decoding: packet.encoded()) == packet)
      } catch {
        #expect((0...bytes.count).contains(error.offset))
        #expect(!error.description.isEmpty)
        refused += 1
      }
    }
    #expect(refused > 1000)
  }

  @Test func randomBytesDecodeOrSayWhere() {
    var packets = RandomPackets(seed: 9)
    for _ in 0..<20_000 {
      var bytes = packets.bytes(upTo: 64)
      if Bool.random(using: &packets.random) { bytes = Array("#bundle\0".utf8) + bytes }
      do {
        _ = try OSCPacket(decoding: bytes)
      } catch {
        #expect((0...bytes.count).contains(error.offset))
      }
    }
  }

  @Test func everyPrefixOfABundleIsRefusedOrAWholeBundle() throws {
    let message = OSCMessage("/load_buffer", 1007, "bass.wav", .blob([1, 2, 3, 4]), .array([0.5]))
    let bytes = OSCPacket.bundle(OSCBundle(messages: Array(repeating: message, count: 3))).encoded()
    let element = 4 + OSCPacket.message(message).encoded().count
    for count in 0..<bytes.count {
      if let packet = try? OSCPacket(decoding: Array(bytes.prefix(count))) {
        #expect(packet == .bundle(OSCBundle(messages: Array(repeating: message, count: (count - 16) / element))))
      }
    }
  }
}
