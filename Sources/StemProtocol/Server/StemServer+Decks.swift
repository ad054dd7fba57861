import Control
import OSC

/// The stems of a deck, which belong together.
extension StemServer {
  /// Those that hold something, by their ids.
  func stems(on deck: Deck) -> [Stem] {
    stems.values.filter { $0.deck == deck && ($0.buffer != nil || $0.load != nil) }.sorted { $0.id < $1.id }
  }

  /// A deck that this server has.
  func require(_ deck: Deck?) throws(StemFailure) -> Deck {
    guard let deck, mixer.decks.contains(deck) else {
      let letters = mixer.decks.map(\.letter)
      throw StemFailure(
        "deck must be \(letters.dropLast().joined(separator: ", ")) or \(letters.last ?? ""), got \(deck?.letter ?? "none")"
      )
    }
    return deck
  }

  /// Glides a deck's level.
  func setLevel(
    _ level: Float, of deck: Deck, seconds: Double = Double(Mixer.glideSeconds), in moment: Moment
  ) {
    supersede(RampTarget(DeckLevel.specification.address, [.string(deck.letter)]), in: moment)
    mixer.setLevel(level, of: deck, seconds: seconds, in: &moment.changes)
    moment.tell(.deckLevel, [.string(deck.letter), .float32(level)])
  }

  /// The stems of a deck, or why there are none.
  func requireStems(on deck: Deck) throws(StemFailure) -> [Stem] {
    let stems = stems(on: deck)
    guard !stems.isEmpty else {
      throw StemFailure("deck \(deck.letter) holds nothing: load files into it first (/load_buffer, /cue)")
    }
    return stems
  }
}
