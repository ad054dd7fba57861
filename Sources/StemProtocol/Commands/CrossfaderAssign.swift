import OSC

enum CrossfaderAssign: StemCommand {
  static let specification = StemCommandSpecification(
    "/crossfader_assign",
    [
      .deck,
      StemParameter(
        "side", .word(Crossfader.Side.allCases.map(\.rawValue)), "left, right, or thru: past the crossfader"),
    ],
    "Puts a deck on a side of the crossfader. At first A and C are left, B and D right.",
    reply: "/done /crossfader_assign deck side")

  static func perform(
    _ arguments: StemArguments, _ request: StemRequest, in moment: Moment, on server: StemServer
  ) throws(StemFailure) {
    let deck = try server.require(arguments.deck("deck"))
    let name = arguments.text("side") ?? ""
    var crossfader = server.mixer.crossfader
    crossfader.assign(deck, to: Crossfader.Side(rawValue: name) ?? .thru)
    server.mixer.setCrossfader(crossfader, in: moment)
    moment.answer(request) { $0.done([.string(deck.letter), .string(name)], "deck \(deck.letter): \(name)") }
  }
}
