/// The buses of the mixer, in pairs of left and right. They lie at the end of the table, far from those that other clients
/// of the engine number from its beginning.
struct MixerBuses {
  /// Stems that may be recorded by themselves at a time.
  static let stemTaps = 64
  private static let pairs = 128
  /// A number behind all buses: what is sent there is not heard.
  static let nowhere: Float = 16_777_215

  private let base: Int
  private let decks: Int

  init(decks: Int, of busCount: Int) {
    base = busCount - 2 * Self.pairs
    self.decks = decks
  }

  var all: Range<Int> { base..<base + 2 * Self.pairs }

  private func pair(_ number: Int) -> Int { base + 2 * number }

  /// What the stems of a deck add to.
  func sum(of deck: Deck) -> Int { pair(deck.rawValue) }
  /// A deck before its level: what its cue hears.
  func cue(of deck: Deck) -> Int { pair(decks + deck.rawValue) }
  /// A deck behind its level.
  func output(of deck: Deck) -> Int { pair(2 * decks + deck.rawValue) }
  /// What the decks add to.
  var masterSum: Int { pair(3 * decks) }
  /// The master behind its strip.
  var master: Int { pair(3 * decks + 1) }
  /// What the decks that are listened to add to.
  var cueSum: Int { pair(3 * decks + 2) }
  /// Those and the master, as they are mixed for the headphones.
  var cueMix: Int { pair(3 * decks + 3) }
  /// The headphones.
  var cue: Int { pair(3 * decks + 4) }
  /// Where a stem that is recorded plays to, beside its deck.
  func stemTap(_ number: Int) -> Int { pair(3 * decks + 5 + number) }
}
