import OSC

enum StemLoop: StemCommand {
  static let specification = StemCommandSpecification(
    "/stem_loop",
    [
      .stem,
      StemParameter("start", .number(StemPosition.numbers), standard: .number(0), "where the loop begins"),
      StemParameter(
        "end", .number(StemPosition.numbers), standard: .number(0), "where it ends: the first place behind it"),
      .unit(),
    ],
    """
    Has a stem that plays repeat a region of its file. One that is past the end goes back by whole lengths of it, so that \
    the beat stays. Without start and end, or with both 0, it leaves the region and goes on as it was started.
    """,
    reply: "/done /stem_loop id start_seconds end_seconds")

  static func perform(
    _ arguments: StemArguments, _ request: StemRequest, in moment: Moment, on server: StemServer
  ) throws(StemFailure) {
    let stem = try server.requireStem(arguments.integer("id"))
    guard let voice = stem.voice(at: moment.time) else {
      throw StemFailure("stem \(stem.id) does not play: start it first (/play_stem)", stem: stem.id)
    }
    guard arguments.number("start") != 0 || arguments.number("end") != 0 else {
      server.loop(voice, from: 0, to: 0, in: moment)
      return moment.answer(request) { $0.done([.integer(stem.id), .double(0), .double(0)], "leaves the loop") }
    }
    let buffer = voice.buffer
    let start = buffer.exactFrame(of: try arguments.position("start", of: stem, on: server))
    let end = buffer.exactFrame(of: try arguments.position("end", of: stem, on: server))
    guard end >= start + 1 else { throw StemFailure("end must lie behind start, by a frame at least", stem: stem.id) }
    server.loop(voice, from: start, to: end, in: moment)
    let seconds = [buffer.seconds(ofFrame: start), buffer.seconds(ofFrame: end)]
    moment.answer(request) {
      $0.done(
        [.integer(stem.id), .double(seconds[0]), .double(seconds[1])], "loops \(seconds[0]) s to \(seconds[1]) s")
    }
  }
}
