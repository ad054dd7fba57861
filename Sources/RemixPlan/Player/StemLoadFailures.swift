/// The files of one load that could not be read; the others were.
public struct StemLoadFailures: Error, Sendable, Equatable, CustomStringConvertible {
  /// The reason for each id.
  public let reasons: [Int32: String]

  public init(reasons: [Int32: String]) { self.reasons = reasons }

  public var description: String {
    reasons.sorted { $0.key < $1.key }.map { "buffer \($0.key): \($0.value)" }.joined(separator: "; ")
  }
}
