/// A signal of the mixer that can be recorded, and but for a stem be sent to the device.
public enum SignalSource: Sendable, Hashable, Comparable {
  case master
  /// The headphones.
  case cue
  case deck(Deck)
  case stem(Int)

  /// As clients write it: `master`, `cue`, a deck's letter, a stem's id. Nil for what names no signal.
  public init?(_ text: String) {
    switch text.lowercased() {
    case "master": self = .master
    case "cue": self = .cue
    case let name:
      if let deck = Deck.allCases.first(where: { $0.letter.lowercased() == name }) {
        self = .deck(deck)
      } else if let id = Int(name), id >= 0 {
        self = .stem(id)
      } else {
        return nil
      }
    }
  }

  public var text: String {
    switch self {
    case .master: "master"
    case .cue: "cue"
    case .deck(let deck): deck.letter
    case .stem(let id): "\(id)"
    }
  }

  /// As a part of a port's name.
  var portName: String {
    if case .deck(let deck) = self { return "deck_\(deck.letter.lowercased())" }
    return text
  }

  private var order: (Int, Int) {
    switch self {
    case .master: (0, 0)
    case .cue: (1, 0)
    case .deck(let deck): (2, deck.rawValue)
    case .stem(let id): (3, id)
    }
  }

  public static func < (left: SignalSource, right: SignalSource) -> Bool { left.order < right.order }
}
