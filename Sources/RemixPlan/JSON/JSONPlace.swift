/// Where something begins in a text: both are counted from 1, the column in Unicode scalars.
public struct JSONPlace: Sendable, Hashable, Comparable, CustomStringConvertible {
  public let line: Int
  public let column: Int

  public init(line: Int, column: Int) {
    self.line = line
    self.column = column
  }

  public static let start = JSONPlace(line: 1, column: 1)

  public static func < (left: JSONPlace, right: JSONPlace) -> Bool {
    (left.line, left.column) < (right.line, right.column)
  }

  public var description: String { "line \(line), column \(column)" }
}
