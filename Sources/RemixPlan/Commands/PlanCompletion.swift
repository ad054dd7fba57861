/// How the line in front of a cursor can go on.
public struct PlanCompletion: Sendable, Equatable {
  /// How many characters in front of the cursor the candidates replace.
  public let replacing: Int
  /// Whole words or names, in order.
  public let candidates: [String]

  /// - Parameter line: what stands in front of the cursor.
  public init(of line: String, sections: [String]) {
    let start = line.drop(while: \.isWhitespace)
    guard let space = start.firstIndex(where: \.isWhitespace) else {
      replacing = start.count
      candidates = Self.fitting(String(start), PlanCommand.words)
      return
    }
    guard start[..<space].lowercased() == "play" else {
      replacing = 0
      candidates = []
      return
    }
    let name = start[space...].drop(while: \.isWhitespace)
    replacing = name.count
    let beginning = Self.fitting(String(name), sections)
    candidates = beginning.isEmpty ? sections.filter { $0.lowercased().contains(name.lowercased()) } : beginning
  }

  private static func fitting(_ beginning: String, _ words: [String]) -> [String] {
    words.filter { $0.lowercased().hasPrefix(beginning.lowercased()) }
  }

  /// What all candidates begin with.
  public var common: String {
    guard var common = candidates.first else { return "" }
    for candidate in candidates.dropFirst() { common = Self.commonPrefix(common, candidate) }
    return common
  }

  private static func commonPrefix(_ left: String, _ right: String) -> String {
    String(zip(left, right).prefix { $0 == $1 }.map(\.0))
  }
}
