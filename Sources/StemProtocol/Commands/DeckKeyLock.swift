import OSC

enum DeckKeyLock: StemCommand {
  static let specification = StemCommandSpecification(
    "/deck_keylock",
    [.deck, StemParameter("on", .flag, standard: .number(1), "1 keeps the pitch whatever the speed is")],
    "Locks the key of all stems of a deck, of those too that are loaded later. Those of one speed stay together to the sample.",
    reply: "/done /deck_keylock deck on")

  static func perform(
    _ arguments: StemArguments, _ request: StemRequest, in moment: Moment, on server: StemServer
  ) throws(StemFailure) {
    guard let deck = arguments.deck("deck"), server.mixer.decks.contains(deck) else {
      let letters = server.mixer.decks.map(\.letter).joined(separator: ", ")
      throw StemFailure("deck must be one of \(letters): this server has no other")
    }
    let isOn = arguments.flag("on")
    server.keyLockedDecks[deck.rawValue] = isOn
    server.setPitch(of: server.stems.values.filter { $0.deck == deck }.sorted { $0.id < $1.id }, in: moment) {
      $0.isLocked = isOn
    }
    moment.answer(request) { $0.done([.string(deck.letter), .integer(isOn ? 1 : 0)], isOn ? "on" : "off") }
  }
}
