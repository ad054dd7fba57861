/// A pattern that picks addresses, as OSC 1.1 has them.
///
/// `?` is one character, `*` any number of them, none included; `[a-z]` one of these, `[!a-z]` one of the others;
/// `{low,mid}` one of these texts, which may hold wildcards but not braces. None of them matches a `/`. `//` is a `/`
/// with any number of levels behind it, and at the end of a pattern everything below. What is malformed (a bracket or
/// brace without its partner, an empty `[]`, more than `longest` characters) matches nothing.
///
/// Matching takes time in proportion to pattern times address, whatever the pattern.
public struct OSCAddressPattern: Sendable, Hashable {
  /// In Unicode scalars.
  public static let longest = 4096

  public let pattern: String
  private let program: [OSCPatternInstruction]?

  public init(_ pattern: String) {
    self.pattern = pattern
    var compiler = OSCPatternCompiler(pattern)
    program = compiler.program()
  }

  public var isWellFormed: Bool { program != nil }

  /// Whether the address needs matching at all: a plain path has no wildcard in it. Nothing is allocated.
  public static func isPattern(_ address: String) -> Bool {
    var afterSlash = false
    for byte in address.utf8 {
      switch byte {
      case UInt8(ascii: "?"), UInt8(ascii: "*"), UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: "{"),
        UInt8(ascii: "}"):
        return true
      case UInt8(ascii: "/"):
        if afterSlash { return true }
        afterSlash = true
      default: afterSlash = false
      }
    }
    return false
  }

  public func matches(_ address: String) -> Bool {
    guard let program else { return false }
    var threads = OSCPatternThreads(program: program)
    for scalar in address.unicodeScalars {
      threads.advance(over: scalar)
      if threads.isEmpty { return false }
    }
    return threads.hasMatched
  }
}

extension OSCAddressPattern: CustomStringConvertible {
  public var description: String { OSCText.escaped(pattern, quoted: false) }
}
