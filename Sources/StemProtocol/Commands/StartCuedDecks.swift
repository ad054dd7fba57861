import OSC

enum StartCuedDecks: StemCommand {
  static let specification = StemCommandSpecification(
    "/start_group",
    [
      StemParameter(
        "at", .rest, standard: .absent,
        "seconds of the server's clock, and the decks' letters; the time may come last, and without one they start at once"
      )
    ],
    "Starts decks that stand ready (/cue) on the same sample, at volume 0.8, looped; once the audio of all of them is there.",
    reply: "/done /start_group decks, once they sound")

  static func perform(
    _ arguments: StemArguments, _ request: StemRequest, in moment: Moment, on server: StemServer
  ) throws(StemFailure) {
    var at: Double?
    var decks: [Deck] = []
    for argument in arguments.rest {
      if let deck = argument.asText.flatMap(Deck.init(letter:)) {
        decks.append(try server.require(deck))
      } else if let seconds = argument.asNumber, at == nil {
        guard (0...1e9).contains(seconds) else { throw StemFailure("at must be 0 seconds or more, got \(argument)") }
        at = seconds
      } else if argument != .array([]) {
        throw StemFailure("\(argument) is neither the letter of a deck nor a time")
      }
    }
    guard !decks.isEmpty else {
      throw StemFailure("deck is missing: which decks are to start, as in /start_group 8 A B")
    }
    var starts: [(deck: Deck, start: StemStart)] = []
    for deck in decks where !starts.contains(where: { $0.deck == deck }) {
      guard let start = server.cues[deck] else {
        throw StemFailure("deck \(deck.letter) does not stand ready: cue it first (/cue)")
      }
      _ = try server.requireStem(deck.firstStem)
      starts.append((deck, start))
    }
    let parts = request.parts(starts.count) { request.done(starts.map { .string($0.deck.letter) }, "play") }
    for (index, entry) in starts.enumerated() {
      server.cues[entry.deck] = nil
      try server.start(
        entry.deck.firstStem, entry.start, parts[index], at: at.map { server.frame(ofClock: $0) }, in: moment)
    }
  }
}
