/// What one datagram, or one frame of a stream, carries.
public enum OSCPacket: Sendable, Hashable {
  case message(OSCMessage)
  indirect case bundle(OSCBundle)

  /// How deep bundles may nest in bundles, and arrays in arrays; decoding refuses what is deeper.
  public static let maximumDepth = 32

  /// Reads one packet that fills `bytes`.
  ///
  /// All of it or nothing: a bundle with one bad element is refused as a whole. Bytes behind a message's last argument
  /// are ignored, since some senders pad blobs by four too many.
  ///
  /// - Parameter allowsBareAddresses: an address may begin with a letter, as old SuperCollider clients have it.
  public init(decoding bytes: UnsafeRawBufferPointer, allowsBareAddresses: Bool = false) throws(OSCDecodingError) {
    self = try OSCReader(bytes: bytes, allowsBareAddresses: allowsBareAddresses).packet(0..<bytes.count, depth: 0)
  }

  public init(decoding bytes: [UInt8]) throws(OSCDecodingError) {
    self = try bytes.withUnsafeBufferPointer { buffer throws(OSCDecodingError) in
      try OSCPacket(decoding: UnsafeRawBufferPointer(buffer))
    }
  }

  public func encoded() -> [UInt8] {
    var bytes: [UInt8] = []
    encode(into: &bytes)
    return bytes
  }

  /// Appends the packet's bytes, a multiple of four of them.
  public func encode(into bytes: inout [UInt8]) {
    var writer = OSCWriter(bytes: bytes)
    bytes = []
    writer.packet(self)
    bytes = writer.bytes
  }

  /// Every message of the packet in order, those in bundles too.
  public var messages: [OSCMessage] {
    switch self {
    case .message(let message): [message]
    case .bundle(let bundle): bundle.elements.flatMap(\.messages)
    }
  }
}

extension OSCPacket: CustomStringConvertible {
  public var description: String {
    switch self {
    case .message(let message): message.description
    case .bundle(let bundle): bundle.description
    }
  }
}
