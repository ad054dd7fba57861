/// Why a stream cannot be read any further.
public enum OSCFramingError: Error, Sendable, Hashable {
  /// The stream's first byte is neither framing's.
  case unknownFraming(firstByte: UInt8)
  /// A packet announces, or has reached, more bytes than the limit.
  case tooLong(length: Int, limit: Int)
}

extension OSCFramingError: CustomStringConvertible {
  public var description: String {
    switch self {
    case .unknownFraming(let byte):
      "the stream begins with byte \(byte), which is neither a length (OSC 1.0) nor SLIP (OSC 1.1)"
    case .tooLong(let length, let limit):
      "a packet of \(length) bytes or more is above the limit of \(limit)"
    }
  }
}
