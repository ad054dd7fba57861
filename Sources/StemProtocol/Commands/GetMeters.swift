import Control
import Logging
import OSC

enum GetMeters: StemCommand {
  static let specification = StemCommandSpecification(
    "/get_meters", [],
    "Tells the levels of the master, of every deck and of the headphones (cue) over the last 50 ms, linear.",
    reply: """
      for each /get_meters.reply source peak_left peak_right rms_left rms_right, then /done /get_meters count
      """)

  static func perform(
    _ arguments: StemArguments, _ request: StemRequest, in moment: Moment, on server: StemServer
  ) throws(StemFailure) {
    moment.answer(request) { [weak server] request in
      guard let mixer = server?.mixer else { return }
      func tell(_ source: SignalSource, _ levels: StereoLevels) {
        request.replyPart(
          OSCMessage(
            "/get_meters.reply", .string(source.text), .float32(levels.peakLeft), .float32(levels.peakRight),
            .float32(levels.rmsLeft), .float32(levels.rmsRight)))
      }
      tell(.master, mixer.masterMeter)
      for deck in mixer.decks { tell(.deck(deck), mixer.deckMeters[deck.rawValue]) }
      tell(.cue, mixer.cueMeter)
      request.done([.integer(mixer.decks.count + 2)], level: .debug)
    }
  }
}
