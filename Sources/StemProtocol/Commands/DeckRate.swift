import OSC

enum DeckRate: StemCommand {
  static let specification = StemCommandSpecification(
    "/deck_rate",
    [.deck, .rate.ramping(.steps)],
    "Changes the playback speed of all stems of a deck, on the same sample.",
    reply: "/done /deck_rate deck rate stems")

  static func perform(
    _ arguments: StemArguments, _ request: StemRequest, in moment: Moment, on server: StemServer
  ) throws(StemFailure) {
    let deck = try server.require(arguments.deck("deck"))
    let stems = try server.requireStems(on: deck)
    let rate = Float(arguments.number("rate"))
    for stem in stems { server.setRate(rate, of: stem, in: moment) }
    moment.answer(request) {
      $0.done([.string(deck.letter), .float32(rate), .integer(stems.count)], "rate \(rate), \(stems.count) stems")
    }
  }

  static func current(_ parameter: String, _ leading: [OSCArgument], on server: StemServer) -> Double? {
    leading.first?.asText.flatMap(Deck.init(letter:)).flatMap { server.stems(on: $0).first }.map { Double($0.rate) }
  }
}
