import OSC
import Testing

@Suite("What others send, right and wrong")
struct DecodingTests {
  static func bytes(_ parts: [UInt8]...) -> [UInt8] { parts.flatMap { $0 } }

  static func padded(_ text: String) -> [UInt8] {
    var bytes = Array(text.utf8) + [0]
    while bytes.count % 4 != 0 { bytes.append(0) }
    return bytes
  }

  static func bundle(_ elements: (length: Int32, bytes: [UInt8])...) -> [UInt8] {
    var bytes = Array("#bundle\0".utf8) + [0, 0, 0, 0, 0, 0, 0, 1]
    for element in elements {
      withUnsafeBytes(of: element.length.bigEndian) { bytes += $0 }
      bytes += element.bytes
    }
    return bytes
  }

  @Test func noTypeTags() throws {
    #expect(try OSCPacket(decoding: Self.padded("/old")) == .message(OSCMessage("/old")))
    #expect(try OSCPacket(decoding: Self.padded("/old") + [0, 0, 0, 5]) == .message(OSCMessage("/old")))
    #expect(try OSCPacket(decoding: Self.padded("/old") + Self.padded(",")) == .message(OSCMessage("/old")))
  }

  @Test func bytesThatAreNoUTF8() throws {
    let bytes = Self.bytes(Self.padded("/load"), Self.padded(",si"), [0x62, 0xFF, 0xE9, 0], [0, 0, 0, 7])
    let packet = try OSCPacket(decoding: bytes)
    #expect(packet == .message(OSCMessage("/load", .string("b\u{FFFD}\u{FFFD}"), 7)))
    #expect(try OSCPacket(decoding: packet.encoded()) == packet)
  }

  @Test func characterThatIsNoScalar() throws {
    let bytes = Self.bytes(Self.padded("/c"), Self.padded(",c"), [0xFF, 0xFF, 0xFF, 0xFF])
    #expect(try OSCPacket(decoding: bytes) == .message(OSCMessage("/c", .character("\u{FFFD}"))))
  }

  @Test func paddingBehindTheLastArgumentIsIgnored() throws {
    let bytes = Self.bytes(Self.padded("/b"), Self.padded(",b"), [0, 0, 0, 4, 1, 2, 3, 4, 0, 0, 0, 0])
    #expect(try OSCPacket(decoding: bytes) == .message(OSCMessage("/b", .blob([1, 2, 3, 4]))))
  }

  static let refused: [(String, [UInt8], OSCDecodingError)] = [
    ("nothing", [], OSCDecodingError(.empty, at: 0)),
    ("odd length", [0x2F, 0, 0], OSCDecodingError(.lengthNotMultipleOfFour(3), at: 0)),
    ("no slash", padded("hello"), OSCDecodingError(.badAddress(0x68), at: 0)),
    ("address without NUL", Array("/abc".utf8), OSCDecodingError(.unterminatedString, at: 0)),
    ("tags without NUL", padded("/a") + Array(",iii".utf8), OSCDecodingError(.unterminatedString, at: 4)),
    (
      "string without NUL", padded("/a") + padded(",s") + Array("abcd".utf8),
      OSCDecodingError(.unterminatedString, at: 8)
    ),
    (
      "integer missing", padded("/a") + padded(",ii") + [0, 0, 0, 1],
      OSCDecodingError(.truncated(needed: 4, available: 0), at: 12)
    ),
    (
      "half a double", padded("/a") + padded(",d") + [0, 0, 0, 1],
      OSCDecodingError(.truncated(needed: 8, available: 4), at: 8)
    ),
    (
      "blob past the end", padded("/a") + padded(",b") + [0, 0, 0, 9, 1, 2, 3, 4],
      OSCDecodingError(.truncated(needed: 9, available: 4), at: 8)
    ),
    (
      "negative blob", padded("/a") + padded(",b") + [0xFF, 0xFF, 0xFF, 0xFC],
      OSCDecodingError(.negativeLength(-4), at: 8)
    ),
    ("unknown type", padded("/a") + padded(",iQ") + [0, 0, 0, 1], OSCDecodingError(.unknownType(0x51), at: 6)),
    ("array not closed", padded("/a") + padded(",[T"), OSCDecodingError(.unbalancedArray, at: 7)),
    ("array not opened", padded("/a") + padded(",T]"), OSCDecodingError(.unbalancedArray, at: 6)),
    ("not quite a bundle", padded("#bundles") + [0, 0, 0, 0], OSCDecodingError(.badBundle, at: 0)),
    ("bundle without time tag", padded("#bundle") + [0, 0, 0, 0], OSCDecodingError(.badBundle, at: 0)),
    ("element past the end", bundle((8, padded("/a"))), OSCDecodingError(.truncated(needed: 8, available: 4), at: 16)),
    ("negative element", bundle((-4, padded("/a"))), OSCDecodingError(.negativeLength(-4), at: 16)),
    (
      "greatest element", bundle((.max, padded("/a"))),
      OSCDecodingError(.truncated(needed: Int(Int32.max), available: 4), at: 16)
    ),
    ("uneven element", bundle((3, padded("/a"))), OSCDecodingError(.lengthNotMultipleOfFour(3), at: 20)),
    ("empty element", bundle((0, []), (4, padded("/a"))), OSCDecodingError(.empty, at: 20)),
    (
      "bad element behind a good one", bundle((4, padded("/a")), (4, padded("a"))),
      OSCDecodingError(.badAddress(0x61), at: 28)
    ),
  ]

  @Test(arguments: refused)
  func refusedWithItsPlace(name: String, bytes: [UInt8], error: OSCDecodingError) {
    #expect(throws: error) { try OSCPacket(decoding: bytes) }
    #expect(error.description.contains("byte \(error.offset)"))
  }

  @Test func depthIsBounded() throws {
    func bundles(_ depth: Int) -> [UInt8] {
      var packet = OSCPacket.bundle(OSCBundle(elements: []))
      for _ in 1..<depth { packet = .bundle(OSCBundle(elements: [packet])) }
      return packet.encoded()
    }
    func arrays(_ depth: Int) -> [UInt8] {
      Self.padded("/a")
        + Self.padded("," + String(repeating: "[", count: depth) + String(repeating: "]", count: depth))
    }
    for make in [bundles, arrays] {
      _ = try OSCPacket(decoding: make(OSCPacket.maximumDepth))
      let error = #expect(throws: OSCDecodingError.self) {
        try OSCPacket(decoding: make(OSCPacket.maximumDepth + 1))
      }
      #expect(error?.reason == .tooDeep)
    }
    #expect(throws: OSCDecodingError.self) { try OSCPacket(decoding: arrays(1_000_000)) }
  }

  @Test func descriptionsFitOneLine() {
    let message = OSCMessage(
      "/load_buffer", 1007, "a b\n\"c\"", 0.5, .blob([1, 2]), .true, .null, .array([1, "x"]), .timeTag(.immediately),
      .color(OSCColor(red: 255, green: 0, blue: 1)), .midi(OSCMIDIMessage(port: 0, status: 0x90, data1: 1, data2: 2)),
      .character("c"), .impulse)
    #expect(
      message.description
        == #"/load_buffer 1007 "a b\n\"c\"" 0.5 blob(2 bytes) true nil [1 "x"] @immediately #ff0001ff midi(00 90 01 02) 'c' impulse"#
    )
    let long = OSCMessage("/x", [.string(String(repeating: "y", count: 100_000))] + Array(repeating: 1, count: 100_000))
    #expect(long.description.utf8.count < 1000)
  }
}
