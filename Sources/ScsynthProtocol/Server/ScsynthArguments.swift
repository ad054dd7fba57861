import OSC

/// A message's arguments, read one after another as scsynth reads them: numbers from any number, a standard value for what
/// is missing or of another type.
struct ScsynthArguments {
  /// One argument, arrays opened up.
  enum Element: Sendable {
    case integer(Int32)
    case float(Float)
    case double(Double)
    case text(String)
    case blob([UInt8])
    case arrayBegin
    case arrayEnd
    case other
  }

  private let elements: [Element]
  private var next = 0

  init(_ arguments: [OSCArgument]) {
    var elements: [Element] = []
    Self.open(arguments, &elements)
    self.elements = elements
  }

  private static func open(_ arguments: [OSCArgument], _ elements: inout [Element]) {
    for argument in arguments {
      switch argument {
      case .int32(let value): elements.append(.integer(value))
      case .int64(let value): elements.append(.integer(Int32(truncatingIfNeeded: value)))
      case .float32(let value): elements.append(.float(value))
      case .double(let value): elements.append(.double(value))
      case .string(let text), .symbol(let text): elements.append(.text(text))
      case .blob(let bytes): elements.append(.blob(bytes))
      case .true: elements.append(.integer(1))
      case .false: elements.append(.integer(0))
      case .array(let inner):
        elements.append(.arrayBegin)
        open(inner, &elements)
        elements.append(.arrayEnd)
      default: elements.append(.other)
      }
    }
  }

  var isAtEnd: Bool { next >= elements.count }

  /// How many are left.
  var count: Int { elements.count - next }

  var peek: Element? { isAtEnd ? nil : elements[next] }

  mutating func skip() { next += 1 }

  mutating func integer(_ standard: Int32 = 0) -> Int32 {
    guard let element = peek else { return standard }
    next += 1
    switch element {
    case .integer(let value): return value
    case .float(let value): return Self.whole(Double(value)) ?? standard
    case .double(let value): return Self.whole(value) ?? standard
    default: return standard
    }
  }

  mutating func float(_ standard: Float = 0) -> Float {
    guard let element = peek else { return standard }
    next += 1
    switch element {
    case .integer(let value): return Float(value)
    case .float(let value): return value
    case .double(let value): return Float(value)
    default: return standard
    }
  }

  /// Nil when the next is no text.
  mutating func text() -> String? {
    guard case .text(let text) = peek else { return nil }
    next += 1
    return text
  }

  /// A message or bundle to be performed later; nil when there is none.
  mutating func blob() -> [UInt8]? {
    guard case .blob(let bytes) = peek else { return nil }
    next += 1
    return bytes.isEmpty ? nil : bytes
  }

  private static func whole(_ value: Double) -> Int32? {
    guard value.isFinite else { return nil }
    return Int32(exactly: max(min(value, 2_147_483_647), -2_147_483_648).rounded(.towardZero))
  }
}
