/// Encodes packets behind whatever `bytes` holds already.
struct OSCWriter {
  var bytes: [UInt8]

  mutating func packet(_ packet: OSCPacket) {
    switch packet {
    case .message(let value): message(value)
    case .bundle(let value): bundle(value)
    }
  }

  private mutating func bundle(_ bundle: OSCBundle) {
    string("#bundle")
    integer(bundle.timeTag.rawValue)
    for element in bundle.elements {
      let mark = bytes.count
      integer(Int32(0))
      packet(element)
      let length = UInt32(bitPattern: Int32(clamping: bytes.count - mark - 4))
      for index in 0..<4 { bytes[mark + index] = UInt8(truncatingIfNeeded: length >> (24 - 8 * index)) }
    }
  }

  private mutating func message(_ message: OSCMessage) {
    switch message.address {
    case .path(let path): string(path)
    case .number(let number): integer(number)
    }
    bytes.append(UInt8(ascii: ","))
    let start = bytes.count - 1
    tags(of: message.arguments)
    terminate(from: start)
    values(of: message.arguments)
  }

  private mutating func tags(of arguments: [OSCArgument]) {
    for argument in arguments {
      bytes.append(UInt8(ascii: argument.typeTag))
      if case .array(let elements) = argument {
        tags(of: elements)
        bytes.append(UInt8(ascii: "]"))
      }
    }
  }

  private mutating func values(of arguments: [OSCArgument]) {
    for argument in arguments {
      switch argument {
      case .int32(let value): integer(value)
      case .float32(let value): integer(value.bitPattern)
      case .string(let value), .symbol(let value): string(value)
      case .blob(let value): blob(value)
      case .int64(let value): integer(value)
      case .timeTag(let value): integer(value.rawValue)
      case .double(let value): integer(value.bitPattern)
      case .character(let value): integer(value.value)
      case .color(let value): bytes += [value.red, value.green, value.blue, value.alpha]
      case .midi(let value): bytes += [value.port, value.status, value.data1, value.data2]
      case .true, .false, .null, .impulse: break
      case .array(let elements): values(of: elements)
      }
    }
  }
}

extension OSCWriter {
  private mutating func integer<Value: FixedWidthInteger>(_ value: Value) {
    withUnsafeBytes(of: value.bigEndian) { bytes.append(contentsOf: $0) }
  }

  /// Up to the first NUL, which the wire cannot carry.
  private mutating func string(_ text: String) {
    let start = bytes.count
    bytes.append(contentsOf: text.utf8.prefix { $0 != 0 })
    terminate(from: start)
  }

  /// One to four NULs, so that what begins at `start` fills whole groups of four.
  private mutating func terminate(from start: Int) {
    let length = bytes.count - start
    bytes.append(contentsOf: repeatElement(0, count: 4 - length % 4))
  }

  private mutating func blob(_ blob: [UInt8]) {
    let count = Int32(clamping: blob.count)
    integer(count)
    bytes.append(contentsOf: blob.prefix(Int(count)))
    bytes.append(contentsOf: repeatElement(0, count: (4 - Int(count) % 4) % 4))
  }
}
