import OSC

enum Sync: StemCommand {
  static let specification = StemCommandSpecification(
    "/sync",
    [
      StemParameter(
        "id", .rest, standard: .absent,
        """
        a number, or nothing: tells when every load sent before it has ended, well or badly, and the number comes back. Or \
        the letter of a deck, and behind it `clock` or the letter of another: matches tempo and beat to those of the clock, \
        or of the other deck
        """)
    ],
    """
    With a deck: the rate of its stems becomes the one at which their music has that tempo, at any tempo of the clock from \
    then on, and what plays jumps by up to half a beat, without a click, so that beats fall together. A stem that has no \
    tempo of its own (/stem_bpm) goes by the first stem of its deck that has.
    """,
    reply: "/synced id, or /done /sync deck rate beats_moved of that first stem")

  static func perform(
    _ arguments: StemArguments, _ request: StemRequest, in moment: Moment, on server: StemServer
  ) throws(StemFailure) {
    let first = arguments.rest.first { $0 != .array([]) && $0 != .null }
    if let deck = first?.asText.flatMap(Deck.init(letter:)) {
      try match(try server.require(deck), arguments.rest.dropFirst().first, request, in: moment, on: server)
    } else {
      try whenLoaded(first, request, in: moment, on: server)
    }
  }

  private static func match(
    _ deck: Deck, _ leader: OSCArgument?, _ request: StemRequest, in moment: Moment, on server: StemServer
  ) throws(StemFailure) {
    guard let leader, leader != .array([]), leader != .null, leader.asText != "clock" else {
      return try server.sync(deck, to: nil, request, in: moment)
    }
    guard let other = leader.asText.flatMap(Deck.init(letter:)) else {
      throw StemFailure("a deck goes by the clock or by another deck, not by \(leader)")
    }
    guard other != deck else { throw StemFailure("deck \(deck.letter) cannot go by itself") }
    try server.sync(deck, to: try server.require(other), request, in: moment)
  }

  private static func whenLoaded(
    _ argument: OSCArgument?, _ request: StemRequest, in moment: Moment, on server: StemServer
  ) throws(StemFailure) {
    let parameter = StemParameter("id", .integer(Int(Int32.min)...Int(Int32.max)), standard: .number(0), "comes back")
    let identifier = OSCArgument.integer(
      try StemArguments(argument.map { [$0] } ?? [], [parameter]).integer("id"))
    moment.answer(request) { [weak server] request in
      guard let server else { return }
      let loads = server.stems.values.compactMap { $0.load.map { ObjectIdentifier($0) } }
      server.syncs.append((request, identifier, Set(loads)))
    }
  }
}
