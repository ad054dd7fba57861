import OSC
import OSCTransport
import Testing

@Suite("Packets on a stream")
struct FramingTests {
  /// With every byte that the framings treat in a way of their own.
  static let packets: [OSCPacket] = [
    .message(OSCMessage("/load_buffer", 1007, "bass.wav", "bass")),
    .message(OSCMessage("/b", .blob([0xC0, 0xDB, 0xDC, 0xDD, 0xC0, 0xC0, 0xDB, 0xDB, 0, 0xFF]))),
    .bundle(OSCBundle(elements: [.bundle(OSCBundle(elements: [])), .message(OSCMessage("/a"))])),
    .message(OSCMessage(.number(9), "default", .int32(-1_061_109_568))),
    .message(
      OSCMessage("/long", .blob(Array(repeating: 0xC0, count: 5000)), .string(String(repeating: "é", count: 3000)))),
    .message(OSCMessage("/a")),
  ]

  /// What comes out of a decoder that gets the stream in these chunks.
  static func decode(_ chunks: [[UInt8]], with decoder: inout OSCStreamDecoder) throws -> [OSCPacket] {
    var packets: [[UInt8]] = []
    for chunk in chunks {
      try chunk.withUnsafeBytes { bytes in
        try decoder.receive(bytes) { packets.append(Array($0)) }
      }
    }
    return try packets.map { try OSCPacket(decoding: $0) }
  }

  static func chunks(of stream: [UInt8], _ sizes: () -> Int) -> [[UInt8]] {
    var chunks: [[UInt8]] = []
    var position = 0
    while position < stream.count {
      let end = min(position + max(sizes(), 1), stream.count)
      chunks.append(Array(stream[position..<end]))
      position = end
    }
    return chunks
  }

  @Test(arguments: OSCFraming.allCases)
  func howeverTheChunksFall(framing: OSCFraming) throws {
    let stream = Self.packets.flatMap(framing.frame)
    var random = SystemRandomNumberGenerator()
    for trial in 0..<200 {
      let largest = [1, 2, 3, 4, 5, 7, 64, 1000, 100_000][trial % 9]
      var decoder = OSCStreamDecoder()
      let chunks = Self.chunks(of: stream) { trial < 9 ? largest : Int.random(in: 1...largest, using: &random) }
      #expect(try Self.decode(chunks, with: &decoder) == Self.packets)
      #expect(decoder.framing == framing)
      #expect(decoder.pendingByteCount == 0)
    }
  }

  @Test func framesAreTheStandards() {
    let packet = OSCPacket.message(OSCMessage("/a", .int32(Int32(bitPattern: 0x01C0_DB02))))
    let bytes = packet.encoded()
    #expect(OSCFraming.lengthPrefix.frame(packet) == [0, 0, 0, 12] + bytes)
    #expect(
      OSCFraming.slip.frame(packet) == [0xC0] + bytes.prefix(8) + [0x01, 0xDB, 0xDC, 0xDB, 0xDD, 0x02, 0xC0])
  }

  @Test func theFirstByteTells() {
    #expect(OSCFraming(firstByte: 0) == .lengthPrefix)
    for byte in [0xC0, UInt8(ascii: "/"), UInt8(ascii: "#")] { #expect(OSCFraming(firstByte: byte) == .slip) }
    for byte in [1, 0x47, 0xDB, 0xFF] as [UInt8] {
      #expect(OSCFraming(firstByte: byte) == nil)
      var decoder = OSCStreamDecoder()
      #expect(throws: OSCFramingError.unknownFraming(firstByte: byte)) {
        try Self.decode([[byte, 0, 0, 4]], with: &decoder)
      }
    }
  }

  @Test(arguments: packets.filter { $0.encoded()[0] != 0 })
  func slipWithoutTheFirstEnd(packet: OSCPacket) throws {
    var decoder = OSCStreamDecoder()
    #expect(try Self.decode([Array(OSCFraming.slip.frame(packet).dropFirst())], with: &decoder) == [packet])
  }

  @Test func endsInARowHoldNothing() throws {
    var decoder = OSCStreamDecoder()
    let frame = OSCFraming.slip.frame(Self.packets[0])
    let stream: [[UInt8]] = [[0xC0, 0xC0], frame, [0xC0, 0xC0], frame, [0xC0]]
    #expect(try Self.decode(stream, with: &decoder) == [Self.packets[0], Self.packets[0]])
  }

  @Test(
    arguments: [[0x7F, 0xFF, 0xFF, 0xFF], [0xFF, 0xFF, 0xFF, 0xFC], [0x80, 0, 0, 0], [0, 0, 0x10, 0x04]] as [[UInt8]])
  func absurdLengthsEndTheStream(prefix: [UInt8]) {
    for chunkSize in [1, 4, 100] {
      var decoder = OSCStreamDecoder(maximumPacketLength: 4096)
      let stream = OSCFraming.lengthPrefix.frame(Self.packets[0]) + prefix + [1, 2, 3, 4]
      #expect(throws: OSCFramingError.self) {
        try Self.decode(Self.chunks(of: stream) { chunkSize }, with: &decoder)
      }
    }
  }

  @Test func endlessSLIPPacketsEndTheStream() {
    var decoder = OSCStreamDecoder(maximumPacketLength: 4096)
    #expect(throws: OSCFramingError.tooLong(length: 4097, limit: 4096)) {
      for _ in 0..<100 { _ = try Self.decode([Array(repeating: UInt8(ascii: "/"), count: 100)], with: &decoder) }
    }
  }

  @Test func randomStreamsDoNotCrash() {
    var random = SystemRandomNumberGenerator()
    for _ in 0..<5000 {
      var decoder = OSCStreamDecoder(maximumPacketLength: 1 << 16)
      let bytes: [UInt8] =
        [[0, 0, 0, 0xC0].randomElement(using: &random) ?? 0]
        + (0..<Int.random(in: 0..<200, using: &random)).map { _ in
          [0, 0, 0xC0, 0xDB, 0xDC, UInt8.random(in: 0...255, using: &random)].randomElement(using: &random) ?? 0
        }
      for chunk in Self.chunks(of: bytes, { Int.random(in: 1...20, using: &random) }) {
        let alive = (try? chunk.withUnsafeBytes { bytes in try decoder.receive(bytes) { _ in } }) != nil
        guard alive else { break }
      }
    }
  }
}
