import Control
import OSC

enum CueSet: StemCommand {
  static let specification = StemCommandSpecification(
    "/cue_set",
    [
      .stem, .hotCue,
      StemParameter(
        "position", .number(StemPosition.numbers), standard: .absent, "where in the file; where it plays now without"),
      .unit(),
    ],
    "Sets a hot cue of a stem. It goes with the file.",
    reply: "/done /cue_set id n seconds")

  static func perform(
    _ arguments: StemArguments, _ request: StemRequest, in moment: Moment, on server: StemServer
  ) throws(StemFailure) {
    let stem = try server.requireStem(arguments.integer("id"))
    let number = arguments.integer("n")
    if arguments.optionalNumber("position") != nil {
      let position = try arguments.position("position", of: stem, on: server)
      guard let buffer = stem.load?.buffer ?? stem.buffer else {
        throw StemFailure("buffer \(stem.id) is still being opened: set its cues once it is loaded", stem: stem.id)
      }
      // A /cue_go of the same bundle finds it.
      let cue = cue(at: buffer.frame(of: position), of: buffer)
      stem.hotCues[number] = cue
      moment.answer(request) { put(number, cue, of: stem, $0) }
    } else if let voice = stem.voice(at: moment.time) {
      moment.afterwards { applied in
        let frame = voice.playhead.position(at: applied.frame)
        put(number, cue(at: frame, of: voice.buffer), of: stem, request)
      }
    } else {
      throw StemFailure(
        "stem \(stem.id) does not play: give the position, or start it first (/play_stem)", stem: stem.id)
    }
  }

  private static func cue(at frame: Double, of buffer: StemBuffer) -> HotCue {
    HotCue(seconds: buffer.seconds(ofFrame: frame), claim: buffer.claim(around: frame))
  }

  private static func put(_ number: Int, _ cue: HotCue, of stem: Stem, _ request: StemRequest) {
    stem.hotCues[number] = cue
    request.done(
      [.integer(stem.id), .integer(number), .double(cue.seconds)], "cue \(number) at \(cue.seconds) s")
  }
}
