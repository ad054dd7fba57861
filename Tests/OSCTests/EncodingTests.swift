import OSC
import Testing

@Suite("Every type, to bytes and back")
struct EncodingTests {
  /// Bytes written out by hand from the OSC 1.0 specification.
  static let specimens: [(OSCArgument, tags: String, value: [UInt8])] = [
    (.int32(1000), "i", [0, 0, 3, 0xE8]),
    (.int32(-1), "i", [0xFF, 0xFF, 0xFF, 0xFF]),
    (.float32(440), "f", [0x43, 0xDC, 0, 0]),
    (.string("hello"), "s", Array("hello".utf8) + [0, 0, 0]),
    (.string("four"), "s", Array("four".utf8) + [0, 0, 0, 0]),
    (.string(""), "s", [0, 0, 0, 0]),
    (.string("é"), "s", [0xC3, 0xA9, 0, 0]),
    (.blob([1, 2, 3]), "b", [0, 0, 0, 3, 1, 2, 3, 0]),
    (.blob([1, 2, 3, 4]), "b", [0, 0, 0, 4, 1, 2, 3, 4]),
    (.blob([]), "b", [0, 0, 0, 0]),
    (.int64(-2), "h", [0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFE]),
    (.timeTag(OSCTimeTag(seconds: 1, fraction: 2)), "t", [0, 0, 0, 1, 0, 0, 0, 2]),
    (.double(1.5), "d", [0x3F, 0xF8, 0, 0, 0, 0, 0, 0]),
    (.symbol("sym"), "S", Array("sym".utf8) + [0]),
    (.character("c"), "c", [0, 0, 0, 0x63]),
    (.color(OSCColor(red: 1, green: 2, blue: 3, alpha: 4)), "r", [1, 2, 3, 4]),
    (.midi(OSCMIDIMessage(port: 0, status: 0x90, data1: 60, data2: 127)), "m", [0, 0x90, 60, 127]),
    (.true, "T", []), (.false, "F", []), (.null, "N", []), (.impulse, "I", []),
    (.array([]), "[]", []),
    (.array([.int32(1), .array([.true]), .string("a")]), "[i[T]s]", [0, 0, 0, 1, 0x61, 0, 0, 0]),
  ]

  @Test(arguments: specimens)
  func bytesAreTheSpecifications(argument: OSCArgument, tags: String, value: [UInt8]) throws {
    var expected: [UInt8] = Array("/t".utf8) + [0, 0]
    expected += Array(",\(tags)".utf8)
    repeat { expected.append(0) } while expected.count % 4 != 0
    expected += value
    let packet = OSCPacket.message(OSCMessage("/t", [argument]))
    #expect(packet.encoded() == expected)
    #expect(try OSCPacket(decoding: expected) == packet)
  }

  @Test func theSpecificationsOwnExample() throws {
    let bytes: [UInt8] =
      Array("/foo".utf8) + [0, 0, 0, 0] + Array(",iisff".utf8) + [0, 0] + [0, 0, 3, 0xE8, 0xFF, 0xFF, 0xFF, 0xFF]
      + Array("hello".utf8) + [0, 0, 0] + [0x3F, 0x9D, 0xF3, 0xB6, 0x40, 0xB5, 0xB2, 0x2D]
    let message = OSCMessage("/foo", 1000, -1, "hello", 1.234, 5.678)
    #expect(OSCPacket.message(message).encoded() == bytes)
    #expect(try OSCPacket(decoding: bytes) == .message(message))
  }

  @Test func integerAddresses() throws {
    let packet = OSCPacket.message(OSCMessage(.number(9), "default", -1))
    let bytes = packet.encoded()
    #expect(Array(bytes.prefix(8)) == [0, 0, 0, 9] + Array(",si\0".utf8))
    #expect(try OSCPacket(decoding: bytes) == packet)
  }

  @Test func bundlesInBundlesMixedWithMessages() throws {
    let packet = OSCPacket.bundle(
      OSCBundle(
        timeTag: OSCTimeTag(rawValue: 7),
        elements: [
          .bundle(OSCBundle(elements: [])), .message(OSCMessage("/a", 1)),
          .bundle(OSCBundle(messages: [OSCMessage("/b"), OSCMessage(.number(2))])), .message(OSCMessage("/c")),
        ]))
    let bytes = packet.encoded()
    #expect(bytes.count % 4 == 0)
    #expect(Array(bytes.prefix(16)) == Array("#bundle\0".utf8) + [0, 0, 0, 0, 0, 0, 0, 7])
    #expect(try OSCPacket(decoding: bytes) == packet)
    #expect(packet.messages.map(\.address) == ["/a", "/b", .number(2), "/c"])
  }

  @Test func encodingAppends() throws {
    var bytes: [UInt8] = [9]
    OSCPacket.message(OSCMessage("/a", "b")).encode(into: &bytes)
    #expect(bytes.first == 9)
    #expect(try OSCPacket(decoding: Array(bytes.dropFirst())) == .message(OSCMessage("/a", "b")))
  }

  @Test func stringsEndAtTheirFirstNUL() throws {
    let packet = OSCPacket.message(OSCMessage(.path("/a\0b"), .string("c\0d"), .symbol("\0"), 5))
    #expect(
      try OSCPacket(decoding: packet.encoded()) == .message(OSCMessage("/a", .string("c"), .symbol(""), 5)))
  }

  @Test func valuesThatTheWireCannotHoldDoNotTrap() {
    for address: OSCAddress in [.path(""), .path("no slash"), .path("#bundle"), .number(-1), .number(.max)] {
      #expect(OSCPacket.message(OSCMessage(address)).encoded().count % 4 == 0)
    }
  }
}
