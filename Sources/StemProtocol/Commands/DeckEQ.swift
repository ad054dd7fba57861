import OSC

enum DeckEQ: StemCommand {
  static let specification = StemCommandSpecification(
    "/deck_eq", [.deck, .band, .percent("percent", "how far the band is turned up").ramping(.bends)],
    """
    Turns one band of a deck's equaliser (below 250 Hz, up to 2500 Hz, above; 48 dB an octave), in 20 ms. 0 kills the \
    band, 0 to 50 is −24 to 0 dB, 50 is flat, 50 to 100 is 0 to 6 dB. With every band flat the deck is untouched, to the \
    bit.
    """,
    reply: "/done /deck_eq deck band percent")

  static func perform(
    _ arguments: StemArguments, _ request: StemRequest, in moment: Moment, on server: StemServer
  ) throws(StemFailure) {
    let deck = try server.require(arguments.deck("deck"))
    let (band, percent) = (arguments.text("band") ?? "", arguments.number("percent"))
    server.setBands([band: EqualizerLaw.gain(percent: percent)], of: deck, in: moment)
    moment.answer(request) {
      $0.done(
        [.string(deck.letter), .string(band), .float32(Float(percent))], "deck \(deck.letter): \(band) \(percent) %")
    }
  }

  static func current(_ parameter: String, _ leading: [OSCArgument], on server: StemServer) -> Double? {
    leading.last?.asText.flatMap { band in
      server.setting(of: leading.first) { EqualizerLaw.percent(gain: $0.bands.gain(band)) }
    }
  }
}
