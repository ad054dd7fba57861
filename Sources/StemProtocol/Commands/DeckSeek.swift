import OSC

enum DeckSeek: StemCommand {
  static let specification = StemCommandSpecification(
    "/deck_seek",
    [.deck, StemParameter("position", .number(StemPosition.numbers), "where in the files to go"), .unit()],
    "Takes all stems of a deck that play to a place of their files, on the same sample, once their audio is there.",
    reply: "/done /deck_seek deck stems, once they sound from there")

  static func perform(
    _ arguments: StemArguments, _ request: StemRequest, in moment: Moment, on server: StemServer
  ) throws(StemFailure) {
    let deck = try server.require(arguments.deck("deck"))
    let stems = try server.requireStems(on: deck).filter {
      $0.pendingStart != nil || $0.voice(at: moment.time) != nil
    }
    guard !stems.isEmpty else { throw StemFailure("deck \(deck.letter) does not play: start it first (/deck_play)") }
    var positions: [StemPosition] = []
    for stem in stems { positions.append(try arguments.position("position", of: stem, on: server)) }
    let parts = request.parts(stems.count) {
      request.done([.string(deck.letter), .integer(stems.count)], "\(stems.count) stems go there")
    }
    for (index, stem) in stems.enumerated() {
      try StemSeek.seek(stem, to: positions[index], quantised: false, parts[index], in: moment, on: server)
    }
  }
}
