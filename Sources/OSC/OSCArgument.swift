/// One argument of a message, with its type on the wire.
///
/// Strings on the wire end at their first NUL, and so does what is encoded. Bytes that are no UTF-8 decode to U+FFFD
/// each run, as Swift's own `String(decoding:as:)` has it, so that one bad byte does not cost the packet.
public enum OSCArgument: Sendable {
  /// Type `i`.
  case int32(Int32)
  /// Type `f`.
  case float32(Float)
  /// Type `s`.
  case string(String)
  /// Type `b`.
  case blob([UInt8])
  /// Type `h`.
  case int64(Int64)
  /// Type `t`.
  case timeTag(OSCTimeTag)
  /// Type `d`.
  case double(Double)
  /// Type `S`.
  case symbol(String)
  /// Type `c`. A number on the wire that is no Unicode scalar decodes to U+FFFD.
  case character(Unicode.Scalar)
  /// Type `r`.
  case color(OSCColor)
  /// Type `m`.
  case midi(OSCMIDIMessage)
  /// Type `T`.
  case `true`
  /// Type `F`.
  case `false`
  /// Type `N`.
  case null
  /// Type `I`, "infinitum" in OSC 1.0.
  case impulse
  /// Types `[` and `]`; arrays nest, to `OSCPacket.maximumDepth`.
  case array([OSCArgument])

  /// An `i`, or an `h` where the value needs one.
  public static func integer(_ value: Int) -> OSCArgument {
    if let small = Int32(exactly: value) { .int32(small) } else { .int64(Int64(value)) }
  }

  /// A `T` or an `F`.
  public static func bool(_ value: Bool) -> OSCArgument { value ? .true : .false }
}

extension OSCArgument: ExpressibleByIntegerLiteral {
  public init(integerLiteral value: Int32) { self = .int32(value) }
}

extension OSCArgument: ExpressibleByFloatLiteral {
  public init(floatLiteral value: Float) { self = .float32(value) }
}

extension OSCArgument: ExpressibleByStringLiteral {
  public init(stringLiteral value: String) { self = .string(value) }
}

extension OSCArgument: ExpressibleByBooleanLiteral {
  public init(booleanLiteral value: Bool) { self = .bool(value) }
}
