/// Why bytes are no OSC packet, and where.
public struct OSCDecodingError: Error, Sendable, Hashable {
  public enum Reason: Sendable, Hashable {
    /// No bytes at all.
    case empty
    /// A packet or an element of a bundle is not made of whole groups of four bytes.
    case lengthNotMultipleOfFour(Int)
    /// Neither a path, nor a number, nor `#bundle`: the byte it begins with.
    case badAddress(UInt8)
    /// Begins with `#` but is no `#bundle` with a time tag.
    case badBundle
    /// No NUL behind the text.
    case unterminatedString
    /// The value needs more bytes than are left.
    case truncated(needed: Int, available: Int)
    /// The length of a blob or of a bundle's element is below zero.
    case negativeLength(Int32)
    /// No such type, as its ASCII byte.
    case unknownType(UInt8)
    /// A `[` without its `]` or the other way round.
    case unbalancedArray
    /// Bundles or arrays nest deeper than `OSCPacket.maximumDepth`.
    case tooDeep
  }

  public let reason: Reason
  /// In bytes from the start of the packet.
  public let offset: Int

  public init(_ reason: Reason, at offset: Int) {
    self.reason = reason
    self.offset = offset
  }
}

extension OSCDecodingError: CustomStringConvertible {
  public var description: String { "not an OSC packet: byte \(offset): \(reason)" }
}

extension OSCDecodingError.Reason: CustomStringConvertible {
  public var description: String {
    switch self {
    case .empty: "there is nothing"
    case .lengthNotMultipleOfFour(let length): "the length of \(length) bytes is not a multiple of four"
    case .badAddress(let byte):
      "an address begins with '/' (or is a number, or #bundle), but this begins with \(Self.shown(byte))"
    case .badBundle: "a bundle begins with #bundle, a NUL and eight bytes of time tag"
    case .unterminatedString: "the string has no terminating NUL"
    case .truncated(let needed, let available): "\(needed) bytes are needed here, \(available) are left"
    case .negativeLength(let length): "the length \(length) is negative"
    case .unknownType(let byte): "there is no argument type \(Self.shown(byte))"
    case .unbalancedArray: "the array brackets of the type tags do not match"
    case .tooDeep: "nested deeper than \(OSCPacket.maximumDepth)"
    }
  }

  private static func shown(_ byte: UInt8) -> String {
    (0x21..<0x7F).contains(byte) ? "'\(Unicode.Scalar(byte))'" : "0x" + OSCText.hexadecimal(byte)
  }
}
