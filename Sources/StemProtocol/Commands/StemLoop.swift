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
    let entry = entry(of: voice, start: start, end: end, at: server.frame(of: moment.time))
    guard buffer.isPlayable(fromFrame: entry, rate: Double(voice.rate)) else {
      server.whenPlayable(buffer, from: entry, rate: Double(voice.rate)) { [weak server, time = moment.time] in
        guard let server else { return }
        guard stem.voices.contains(where: { $0 === voice }) else {
          return request.fail(StemFailure("stopped before the audio of the loop was there", stem: stem.id))
        }
        let later = Moment(at: time)
        loop(voice, of: stem, from: start, to: end, request, in: later, on: server)
        server.commit(later)
      }
      return
    }
    loop(voice, of: stem, from: start, to: end, request, in: moment, on: server)
  }

  private static func loop(
    _ voice: StemVoice, of stem: Stem, from start: Double, to end: Double, _ request: StemRequest, in moment: Moment,
    on server: StemServer
  ) {
    server.loop(voice, from: start, to: end, in: moment)
    let seconds = [voice.buffer.seconds(ofFrame: start), voice.buffer.seconds(ofFrame: end)]
    moment.answer(request) {
      $0.done(
        [.integer(stem.id), .double(seconds[0]), .double(seconds[1])], "loops \(seconds[0]) s to \(seconds[1]) s")
    }
  }

  /// Where a voice goes on when it is to loop: where it is, or back by whole lengths of the region.
  private static func entry(of voice: StemVoice, start: Double, end: Double, at frame: Int64) -> Double {
    let place = voice.playhead.position(at: frame)
    guard voice.rate < 0 ? place < start : place >= end else { return voice.buffer.inside(place) }
    let past = (place - start).truncatingRemainder(dividingBy: end - start)
    return start + (past < 0 ? past + (end - start) : past)
  }
}
