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

  /// Turns bands of a deck's equaliser, by linear gains.
  func setBands(_ gains: [String: Float], of deck: Deck, in moment: Moment) {
    for band in gains.keys {
      for command: any StemCommand.Type in [DeckEQ.self, DeckFilter.self] {
        supersede(RampTarget(command.specification.address, [.string(deck.letter), .string(band)]), in: moment)
      }
    }
    mixer.setBands(gains, of: deck, in: moment)
  }

  /// What the settings of a deck tell, if there is such a deck.
  func setting<Value>(of letter: OSCArgument?, _ value: (DeckSettings) -> Value) -> Value? {
    letter?.asText.flatMap(Deck.init(letter:)).flatMap { deck in
      mixer.decks.contains(deck) ? value(mixer.settings[deck.rawValue]) : nil
    }
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
