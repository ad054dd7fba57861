import Control
import OSC

/// Signals by their names.
extension StemServer {
  /// The letters of the decks that there are, for a person.
  var deckLetters: String { "A to \(mixer.decks.last?.letter ?? "A")" }

  /// The signal of this name, or why there is none.
  func signal(_ name: String?) throws(StemFailure) -> SignalSource {
    let name = name ?? ""
    guard let source = SignalSource(name) else {
      throw StemFailure("there is no signal “\(name)”: take master, cue, a deck (\(deckLetters)), or a stem's id")
    }
    switch source {
    case .deck(let deck) where !mixer.decks.contains(deck):
      throw StemFailure("there is no deck \(deck.letter), only \(deckLetters): start the server with --decks 4")
    case .stem(let id): _ = try requireStem(id)
    default: break
    }
    return source
  }

  /// Sets what the headphones hear, and how loud; nil: it stays.
  func setCue(mix: Float? = nil, level: Float? = nil, in moment: Moment) {
    let router = mixer.router
    if let mix { router.setCue(mix: mix, seconds: moment.glideSeconds, in: &moment.changes) }
    if let level {
      supersede(RampTarget(CueLevel.specification.address, []), in: moment)
      router.setCue(level: level, seconds: moment.glideSeconds, in: &moment.changes)
    }
    moment.tell(.cueMix, [.float32(router.cueMix), .float32(router.cueLevel)])
  }

  /// Where a signal can be listened to, and for a stem what must happen so.
  func bus(of source: SignalSource) -> Int? {
    switch source {
    case .master: mixer.buses.master
    case .cue: mixer.buses.cue
    case .deck(let deck): mixer.buses.output(of: deck)
    case .stem(let id): stemTaps[id].map { mixer.buses.stemTap($0.number) }
    }
  }
}
