import OSC

enum DeckLevel: StemCommand {
  static let specification = StemCommandSpecification(
    "/deck_level",
    [.deck, StemParameter("level", .number(StemParameter.anyVolume), "gain").ramping(.glides)],
    "Glides a deck's level in 20 ms.",
    reply: "/done /deck_level deck level")

  static func perform(
    _ arguments: StemArguments, _ request: StemRequest, in moment: Moment, on server: StemServer
  ) throws(StemFailure) {
    let deck = try server.require(arguments.deck("deck"))
    let level = Float(arguments.number("level"))
    server.setLevel(level, of: deck, seconds: moment.glideSeconds, in: moment)
    moment.answer(request) { $0.done([.string(deck.letter), .float32(level)], "\(level)") }
  }

  static func current(_ parameter: String, _ leading: [OSCArgument], on server: StemServer) -> Double? {
    leading.first?.asText.flatMap(Deck.init(letter:)).flatMap { deck in
      server.mixer.decks.contains(deck) ? Double(server.mixer.levels[deck.rawValue]) : nil
    }
  }
}
