import OSC

enum DeckFilter: StemCommand {
  static let specification = StemCommandSpecification(
    "/deck_filter",
    [
      .deck, .band,
      StemParameter("gain", .number(StemParameter.anyVolume), "linear gain of the band").ramping(.glides),
    ],
    "Turns one band of a deck's equaliser, as /deck_eq does, to a linear gain: 0 kills it, 1 is flat.",
    reply: "/done /deck_filter deck band gain")

  static func perform(
    _ arguments: StemArguments, _ request: StemRequest, in moment: Moment, on server: StemServer
  ) throws(StemFailure) {
    let deck = try server.require(arguments.deck("deck"))
    let (band, gain) = (arguments.text("band") ?? "", Float(arguments.number("gain")))
    server.setBands([band: gain], of: deck, in: moment)
    moment.answer(request) {
      $0.done([.string(deck.letter), .string(band), .float32(gain)], "deck \(deck.letter): \(band) \(gain)")
    }
  }

  static func current(_ parameter: String, _ leading: [OSCArgument], on server: StemServer) -> Double? {
    leading.last?.asText.flatMap { band in server.setting(of: leading.first) { Double($0.bands.gain(band)) } }
  }
}
