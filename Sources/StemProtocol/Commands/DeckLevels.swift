import OSC

enum DeckLevels: StemCommand {
  static let specification = StemCommandSpecification(
    "/deck_levels",
    Deck.allCases.map { deck in
      StemParameter(
        deck.letter.lowercased(), .number(StemParameter.anyVolume), standard: .absent,
        "gain of deck \(deck.letter); it stays without"
      ).ramping(.parts)
    },
    """
    Glides the decks' levels in 20 ms; with two decks the last two are ignored. A deck's level and its side of the \
    crossfader are multiplied.
    """,
    reply: "/done /deck_levels with the level of every deck")

  static func perform(
    _ arguments: StemArguments, _ request: StemRequest, in moment: Moment, on server: StemServer
  ) throws(StemFailure) {
    for deck in server.mixer.decks {
      guard let level = arguments.optionalNumber(deck.letter.lowercased()).map({ Float($0) }) else { continue }
      server.setLevel(level, of: deck, in: moment)
    }
    let levels = server.mixer.decks.map { server.mixer.levels[$0.rawValue] }
    moment.answer(request) { $0.done(levels.map { .float32($0) }, "\(levels)") }
  }

  static func part(
    _ parameter: String, _ leading: [OSCArgument]
  ) -> (command: any StemCommand.Type, leading: [OSCArgument]) { (DeckLevel.self, [.string(parameter.uppercased())]) }
}
