import OSC

enum FadeDeck: StemCommand {
  static let specification = StemCommandSpecification(
    "/fade",
    [
      .deck, .at,
      StemParameter("duration", .number(0...3600), standard: .number(2), measure: "seconds", "how long it takes"),
    ],
    """
    From then, glides a deck's level to silence. Its stems play on; /crossfade_levels or /deck_levels bring it back.
    """,
    reply: "/done /fade deck, once it sets out")

  static func perform(
    _ arguments: StemArguments, _ request: StemRequest, in moment: Moment, on server: StemServer
  ) throws(StemFailure) {
    let deck = try server.require(arguments.deck("deck"))
    let seconds = arguments.number("duration")
    if let at = arguments.optionalNumber("at") {
      let message = OSCMessage(
        .path(specification.address), [.string(deck.letter), .null, .double(seconds)])
      return server.schedule([message], server.frame(ofClock: at), in: \.byFrame, from: request.client)
    }
    server.setLevel(0, of: deck, seconds: seconds, in: moment)
    moment.answer(request) { $0.done([.string(deck.letter)], "to silence in \(seconds) s") }
  }
}
