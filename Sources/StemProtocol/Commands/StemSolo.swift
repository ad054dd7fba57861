import OSC

enum StemSolo: StemCommand {
  static let specification = StemCommandSpecification(
    "/stem_solo", [.stem, StemParameter("on", .flag, standard: .number(1), "1 solos")],
    "While stems of a deck are soloed, only those of that deck are heard, in 20 ms; other decks are not concerned.",
    reply: "/done /stem_solo id on")

  static func perform(
    _ arguments: StemArguments, _ request: StemRequest, in moment: Moment, on server: StemServer
  ) throws(StemFailure) {
    let (id, isOn) = (arguments.integer("id"), arguments.flag("on"))
    try server.setStrip(of: id, ["audible"], in: moment) { $0.isSoloed = isOn }
    moment.answer(request) { $0.done([.integer(id), .integer(isOn ? 1 : 0)], isOn ? "soloed" : "not soloed") }
  }
}
