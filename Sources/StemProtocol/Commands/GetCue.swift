import Logging
import OSC

enum GetCue: StemCommand {
  static let specification = StemCommandSpecification(
    "/get_cue", [], "Tells what the headphones hear.",
    reply: "/get_cue.reply mix level deck…: the decks that are listened to")

  static func perform(
    _ arguments: StemArguments, _ request: StemRequest, in moment: Moment, on server: StemServer
  ) throws(StemFailure) {
    moment.answer(request) { [weak server] request in
      guard let router = server?.mixer.router else { return }
      let decks = router.listened.keys.sorted().map { OSCArgument.string($0.letter) }
      request.reply(
        OSCMessage("/get_cue.reply", [.float32(router.cueMix), .float32(router.cueLevel)] + decks),
        level: .debug)
    }
  }
}
