/// Cuts a stream into packets, however its chunks fall. The first byte tells the framing.
public struct OSCStreamDecoder: Sendable {
  /// The most that can be told from SLIP by its first byte.
  public static let greatestPacketLength = 1 << 24 - 1

  public let maximumPacketLength: Int
  /// Nil until the first byte came.
  public private(set) var framing: OSCFraming?
  private var lengthPrefix = LengthPrefixDecoder()
  private var slip = SLIPDecoder()

  public init(framing: OSCFraming? = nil, maximumPacketLength: Int = Self.greatestPacketLength) {
    self.framing = framing
    self.maximumPacketLength = maximumPacketLength
  }

  /// Bytes of a packet that is not complete yet.
  public var pendingByteCount: Int { lengthPrefix.pendingByteCount + slip.pendingByteCount }

  /// Looks at the first byte, unless the framing is known already.
  public mutating func detectFraming(_ chunk: UnsafeRawBufferPointer) throws(OSCFramingError) {
    guard framing == nil, let first = chunk.first else { return }
    guard let detected = OSCFraming(firstByte: first) else { throw .unknownFraming(firstByte: first) }
    framing = detected
  }

  /// Calls `deliver` with every packet that the chunk completes, undecoded, in order; its pointer is valid only there.
  /// Once this has thrown, the stream has no more to give.
  public mutating func receive(
    _ chunk: UnsafeRawBufferPointer, deliver: (UnsafeRawBufferPointer) -> Void
  ) throws(OSCFramingError) {
    try detectFraming(chunk)
    switch framing {
    case .lengthPrefix: try lengthPrefix.receive(chunk, limit: maximumPacketLength, deliver: deliver)
    case .slip: try slip.receive(chunk, limit: maximumPacketLength, deliver: deliver)
    case nil: break
    }
  }
}
