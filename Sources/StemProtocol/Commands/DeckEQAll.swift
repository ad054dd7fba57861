import OSC

enum DeckEQAll: StemCommand {
  static let specification = StemCommandSpecification(
    "/deck_eq_all", [.deck] + StemParameter.bands.map { $0.ramping(.parts) },
    "Turns all three bands of a deck's equaliser at once; percent as in /deck_eq.",
    reply: "/done /deck_eq_all deck low mid high")

  static func perform(
    _ arguments: StemArguments, _ request: StemRequest, in moment: Moment, on server: StemServer
  ) throws(StemFailure) {
    let deck = try server.require(arguments.deck("deck"))
    let percents = BandLevels.names.map { arguments.number($0) }
    let gains = percents.map { EqualizerLaw.gain(percent: $0) }
    server.setBands(
      Dictionary(zip(BandLevels.names, gains)) { first, _ in first }, of: deck, in: moment)
    moment.answer(request) {
      $0.done(
        [.string(deck.letter)] + percents.map { .float32(Float($0)) }, "deck \(deck.letter): \(percents) %")
    }
  }

  static func part(
    _ parameter: String, _ leading: [OSCArgument]
  ) -> (command: any StemCommand.Type, leading: [OSCArgument]) { (DeckEQ.self, leading + [.string(parameter)]) }
}
