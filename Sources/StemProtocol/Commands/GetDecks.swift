import Logging
import OSC

enum GetDecks: StemCommand {
  static let specification = StemCommandSpecification(
    "/get_decks", [], "Tells what the decks' channels are set to.",
    reply: """
      for each deck /get_decks.reply deck level low mid high knob resonance side crossfader_gain (the bands as linear \
      gains), then /done /get_decks count
      """)

  static func perform(
    _ arguments: StemArguments, _ request: StemRequest, in moment: Moment, on server: StemServer
  ) throws(StemFailure) {
    moment.answer(request) { [weak server] request in
      guard let mixer = server?.mixer else { return }
      for deck in mixer.decks {
        let settings = mixer.settings[deck.rawValue]
        let bands = settings.bands
        let crossfader = mixer.crossfader
        request.replyPart(
          OSCMessage(
            "/get_decks.reply", .string(deck.letter), .float32(mixer.levels[deck.rawValue]), .float32(bands.low),
            .float32(bands.mid), .float32(bands.high), .float32(settings.knob), .float32(settings.resonance),
            .string(crossfader.side(of: deck).rawValue), .float32(crossfader.gain(of: deck))))
      }
      request.done([.integer(mixer.decks.count)], "\(mixer.decks.count) decks", level: .debug)
    }
  }
}
