/// Floating point numbers are equal when their bits are: a NaN equals itself, and −0 is not 0.
extension OSCArgument: Hashable {
  public static func == (left: OSCArgument, right: OSCArgument) -> Bool {
    switch (left, right) {
    case (.int32(let a), .int32(let b)): a == b
    case (.float32(let a), .float32(let b)): a.bitPattern == b.bitPattern
    case (.string(let a), .string(let b)): a == b
    case (.blob(let a), .blob(let b)): a == b
    case (.int64(let a), .int64(let b)): a == b
    case (.timeTag(let a), .timeTag(let b)): a == b
    case (.double(let a), .double(let b)): a.bitPattern == b.bitPattern
    case (.symbol(let a), .symbol(let b)): a == b
    case (.character(let a), .character(let b)): a == b
    case (.color(let a), .color(let b)): a == b
    case (.midi(let a), .midi(let b)): a == b
    case (.array(let a), .array(let b)): a == b
    case (.true, .true), (.false, .false), (.null, .null), (.impulse, .impulse): true
    default: false
    }
  }

  public func hash(into hasher: inout Hasher) {
    hasher.combine(typeTag)
    switch self {
    case .int32(let value): hasher.combine(value)
    case .float32(let value): hasher.combine(value.bitPattern)
    case .string(let value), .symbol(let value): hasher.combine(value)
    case .blob(let value): hasher.combine(value)
    case .int64(let value): hasher.combine(value)
    case .timeTag(let value): hasher.combine(value)
    case .double(let value): hasher.combine(value.bitPattern)
    case .character(let value): hasher.combine(value)
    case .color(let value): hasher.combine(value)
    case .midi(let value): hasher.combine(value)
    case .true, .false, .null, .impulse: break
    case .array(let values): hasher.combine(values)
    }
  }

  /// The ASCII letter of the type; an array's is `[`.
  public var typeTag: Unicode.Scalar {
    switch self {
    case .int32: "i"
    case .float32: "f"
    case .string: "s"
    case .blob: "b"
    case .int64: "h"
    case .timeTag: "t"
    case .double: "d"
    case .symbol: "S"
    case .character: "c"
    case .color: "r"
    case .midi: "m"
    case .true: "T"
    case .false: "F"
    case .null: "N"
    case .impulse: "I"
    case .array: "["
    }
  }
}
