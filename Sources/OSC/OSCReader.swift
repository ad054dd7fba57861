/// Decodes packets in place; every offset counts from the start of the bytes.
struct OSCReader {
  let bytes: UnsafeRawBufferPointer
  /// Whether an address may begin with a letter.
  var allowsBareAddresses = false

  func packet(_ range: Range<Int>, depth: Int) throws(OSCDecodingError) -> OSCPacket {
    guard !range.isEmpty else { throw OSCDecodingError(.empty, at: range.lowerBound) }
    guard range.count % 4 == 0 else {
      throw OSCDecodingError(.lengthNotMultipleOfFour(range.count), at: range.lowerBound)
    }
    switch bytes[range.lowerBound] {
    case UInt8(ascii: "#"): return .bundle(try bundle(range, depth: depth))
    case UInt8(ascii: "/"), 0: return .message(try message(range))
    case UInt8(ascii: "a")...UInt8(ascii: "z") where allowsBareAddresses: return .message(try message(range))
    case let byte: throw OSCDecodingError(.badAddress(byte), at: range.lowerBound)
    }
  }

  private static let bundleHeader = StaticString("#bundle\0")

  private func bundle(_ range: Range<Int>, depth: Int) throws(OSCDecodingError) -> OSCBundle {
    let start = range.lowerBound
    guard range.count >= 16 else { throw OSCDecodingError(.badBundle, at: start) }
    for index in 0..<8 where bytes[start + index] != Self.bundleHeader.utf8Start[index] {
      throw OSCDecodingError(.badBundle, at: start)
    }
    guard depth < OSCPacket.maximumDepth else { throw OSCDecodingError(.tooDeep, at: start) }
    var position = start + 8
    let timeTag = OSCTimeTag(rawValue: try integer(at: &position, end: range.upperBound))
    var elements: [OSCPacket] = []
    while position < range.upperBound {
      let length = try self.length(at: &position, end: range.upperBound)
      elements.append(try packet(position..<position + length, depth: depth + 1))
      position += length
    }
    return OSCBundle(timeTag: timeTag, elements: elements)
  }

  private func message(_ range: Range<Int>) throws(OSCDecodingError) -> OSCMessage {
    var position = range.lowerBound
    let end = range.upperBound
    let address: OSCAddress
    if bytes[position] == 0 {
      address = .number(try integer(at: &position, end: end))
    } else {
      address = .path(try string(at: &position, end: end))
    }
    guard position < end, bytes[position] == UInt8(ascii: ",") else { return OSCMessage(address, []) }
    let tags = try text(at: &position, end: end)
    return OSCMessage(address, try arguments(tags: tags.dropFirst(), at: &position, end: end))
  }

  private func arguments(
    tags: Range<Int>, at position: inout Int, end: Int
  ) throws(OSCDecodingError) -> [OSCArgument] {
    var arguments: [OSCArgument] = []
    arguments.reserveCapacity(tags.count)
    var outer: [[OSCArgument]] = []
    for index in tags {
      switch bytes[index] {
      case UInt8(ascii: "["):
        guard outer.count < OSCPacket.maximumDepth else { throw OSCDecodingError(.tooDeep, at: index) }
        outer.append(arguments)
        arguments = []
      case UInt8(ascii: "]"):
        guard var enclosing = outer.popLast() else { throw OSCDecodingError(.unbalancedArray, at: index) }
        enclosing.append(.array(arguments))
        arguments = enclosing
      case let tag:
        arguments.append(try argument(tag: tag, tagOffset: index, at: &position, end: end))
      }
    }
    guard outer.isEmpty else { throw OSCDecodingError(.unbalancedArray, at: tags.upperBound) }
    return arguments
  }

  private func argument(
    tag: UInt8, tagOffset: Int, at position: inout Int, end: Int
  ) throws(OSCDecodingError) -> OSCArgument {
    switch tag {
    case UInt8(ascii: "i"): return .int32(try integer(at: &position, end: end))
    case UInt8(ascii: "f"): return .float32(Float(bitPattern: try integer(at: &position, end: end)))
    case UInt8(ascii: "s"): return .string(try string(at: &position, end: end))
    case UInt8(ascii: "b"): return .blob(try blob(at: &position, end: end))
    case UInt8(ascii: "h"): return .int64(try integer(at: &position, end: end))
    case UInt8(ascii: "t"): return .timeTag(OSCTimeTag(rawValue: try integer(at: &position, end: end)))
    case UInt8(ascii: "d"): return .double(Double(bitPattern: try integer(at: &position, end: end)))
    case UInt8(ascii: "S"): return .symbol(try string(at: &position, end: end))
    case UInt8(ascii: "c"):
      return .character(Unicode.Scalar(try integer(at: &position, end: end) as UInt32) ?? "\u{FFFD}")
    case UInt8(ascii: "r"):
      let (red, green, blue, alpha) = try fourBytes(at: &position, end: end)
      return .color(OSCColor(red: red, green: green, blue: blue, alpha: alpha))
    case UInt8(ascii: "m"):
      let (port, status, data1, data2) = try fourBytes(at: &position, end: end)
      return .midi(OSCMIDIMessage(port: port, status: status, data1: data1, data2: data2))
    case UInt8(ascii: "T"): return .true
    case UInt8(ascii: "F"): return .false
    case UInt8(ascii: "N"): return .null
    case UInt8(ascii: "I"): return .impulse
    default: throw OSCDecodingError(.unknownType(tag), at: tagOffset)
    }
  }
}

extension OSCReader {
  private func integer<Value: FixedWidthInteger & BitwiseCopyable>(
    at position: inout Int, end: Int
  ) throws(OSCDecodingError) -> Value {
    let size = MemoryLayout<Value>.size
    guard end - position >= size else {
      throw OSCDecodingError(.truncated(needed: size, available: end - position), at: position)
    }
    defer { position += size }
    return Value(bigEndian: bytes.loadUnaligned(fromByteOffset: position, as: Value.self))
  }

  private func fourBytes(at position: inout Int, end: Int) throws(OSCDecodingError) -> (UInt8, UInt8, UInt8, UInt8) {
    let word: UInt32 = try integer(at: &position, end: end)
    return (
      UInt8(truncatingIfNeeded: word >> 24), UInt8(truncatingIfNeeded: word >> 16),
      UInt8(truncatingIfNeeded: word >> 8), UInt8(truncatingIfNeeded: word)
    )
  }

  /// A length that the bytes up to `end` can hold.
  private func length(at position: inout Int, end: Int) throws(OSCDecodingError) -> Int {
    let offset = position
    let value: Int32 = try integer(at: &position, end: end)
    guard value >= 0 else { throw OSCDecodingError(.negativeLength(value), at: offset) }
    guard Int(value) <= end - position else {
      throw OSCDecodingError(.truncated(needed: Int(value), available: end - position), at: offset)
    }
    return Int(value)
  }

  private func blob(at position: inout Int, end: Int) throws(OSCDecodingError) -> [UInt8] {
    let count = try length(at: &position, end: end)
    let blob = [UInt8](bytes[position..<position + count])
    position = min(position + (count + 3) / 4 * 4, end)
    return blob
  }

  private func string(at position: inout Int, end: Int) throws(OSCDecodingError) -> String {
    String(decoding: UnsafeRawBufferPointer(rebasing: bytes[try text(at: &position, end: end)]), as: UTF8.self)
  }

  /// Where the text up to the NUL lies; moves behind the padding.
  private func text(at position: inout Int, end: Int) throws(OSCDecodingError) -> Range<Int> {
    let start = position
    guard let terminator = bytes[start..<end].firstIndex(of: 0) else {
      throw OSCDecodingError(.unterminatedString, at: start)
    }
    position = min(start + (terminator - start + 4) / 4 * 4, end)
    return start..<terminator
  }
}
