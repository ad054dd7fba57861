import OSC

enum DeckPlay: StemCommand {
  static let specification = StemCommandSpecification(
    "/deck_play",
    [
      .deck,
      StemParameter("position", .number(StemPosition.numbers), standard: .number(0), "where in the files to begin"),
      .unit(),
    ],
    """
    Starts all stems of a deck on the same sample, each at the rate and the volume that it last had (1 and 0.8), looped \
    unless it last was not. Waits for the audio of all of them.
    """,
    reply: "/done /deck_play deck stems, once they sound")

  static func perform(
    _ arguments: StemArguments, _ request: StemRequest, in moment: Moment, on server: StemServer
  ) throws(StemFailure) {
    let deck = try server.require(arguments.deck("deck"))
    let stems = try server.requireStems(on: deck)
    var starts: [StemStart] = []
    for stem in stems {
      let position = try arguments.position("position", of: stem, on: server)
      starts.append(
        StemStart(rate: stem.rate, volume: stem.volume, loops: stem.loops, position: position, sectionSeconds: nil))
    }
    let parts = request.parts(stems.count) {
      request.done([.string(deck.letter), .integer(stems.count)], "\(stems.count) stems of deck \(deck.letter) play")
    }
    for (index, stem) in stems.enumerated() { try server.start(stem.id, starts[index], parts[index], in: moment) }
  }
}
