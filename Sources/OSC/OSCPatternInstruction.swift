/// A step of a compiled address pattern: a small non-deterministic machine that reads one scalar at a time.
enum OSCPatternInstruction: Sendable, Hashable {
  /// This scalar.
  case scalar(Unicode.Scalar)
  /// Any scalar but `/`.
  case anyInLevel
  /// Any scalar.
  case any
  /// A scalar but `/` in one of the ranges, or in none of them.
  case set([ClosedRange<Unicode.Scalar>], negated: Bool)
  /// Goes on at both places.
  case fork(Int, Int)
  case jump(Int)
  case matched

  /// Whether it takes this scalar; false for what reads none.
  func accepts(_ scalar: Unicode.Scalar) -> Bool {
    switch self {
    case .scalar(let expected): scalar == expected
    case .anyInLevel: scalar != "/"
    case .any: true
    case .set(let ranges, let negated): scalar != "/" && ranges.contains { $0.contains(scalar) } != negated
    case .fork, .jump, .matched: false
    }
  }
}
