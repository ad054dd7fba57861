/// One of the decks.
public enum Deck: Int, Sendable, CaseIterable, Comparable {
  case a, b, c, d

  public var letter: String { ["A", "B", "C", "D"][rawValue] }

  /// Nil for what names no deck; case does not matter.
  public init?(letter: String) {
    guard let deck = Self.allCases.first(where: { $0.letter == letter.uppercased() }) else { return nil }
    self = deck
  }

  /// The id that a whole track on this deck is loaded into.
  public var firstStem: Int { [100, 1100, 2100, 3100][rawValue] }

  /// The deck that a stem of this id plays on: below 1100 on A; from 1100 on B, or with four decks B, C and D from 1100,
  /// 2100 and 3100.
  public static func of(stem id: Int, decks: Int) -> Deck {
    switch id {
    case ..<1100: .a
    case ..<2100: .b
    case ..<3100: decks > 2 ? .c : .b
    default: decks > 3 ? .d : decks > 2 ? .c : .b
    }
  }

  public static func < (left: Deck, right: Deck) -> Bool { left.rawValue < right.rawValue }
}
