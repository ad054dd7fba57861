import OSC

enum DeckStop: StemCommand {
  static let specification = StemCommandSpecification(
    "/deck_stop",
    [
      .deck,
      StemParameter(
        "fade", .number(0...3600), standard: .number(StemVoice.fadeSeconds), measure: "seconds",
        "how long they fade; 0 stops at the very frame, without a click"),
    ],
    "Fades out all stems of a deck, then frees their voices. Starts that still wait are dropped.",
    reply: "/done /deck_stop deck stems, once the fade begins")

  static func perform(
    _ arguments: StemArguments, _ request: StemRequest, in moment: Moment, on server: StemServer
  ) throws(StemFailure) {
    let deck = try server.require(arguments.deck("deck"))
    var count = 0
    for stem in server.stems.values where stem.deck == deck {
      server.dropStart(of: stem, because: "stopped before it began")
      guard let voice = stem.voice(at: moment.time) else { continue }
      server.fadeOut(voice, seconds: arguments.number("fade"), in: moment)
      count += 1
    }
    moment.answer(request) { $0.done([.string(deck.letter), .integer(count)], "\(count) stems stop") }
  }
}
