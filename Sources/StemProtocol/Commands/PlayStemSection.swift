import Control

enum PlayStemSection: StemCommand {
  static let specification = StemCommandSpecification(
    "/play_stem_section",
    [
      .stem, .rate,
      StemParameter("volume", .number(StemParameter.anyVolume), standard: .number(0.8), "gain"),
      StemParameter("loop", .flag, standard: .number(0), "1 repeats the section until the stem is stopped"),
      StemParameter(
        "start", .number(StemPosition.numbers), standard: .number(0), "where in the file the section begins"),
      StemParameter(
        "duration", .number(0...1e9), measure: "seconds", "the section's length as it sounds; more than 0"),
      .lenientUnit,
    ],
    "Plays a section of a stem: stops after `duration` seconds of output, or with `loop` repeats the section.",
    reply: "/done /play_stem_section id, once it sounds")

  static func perform(
    _ arguments: StemArguments, _ request: StemRequest, in moment: Moment, on server: StemServer
  ) throws(StemFailure) {
    let id = arguments.integer("id")
    let duration = arguments.number("duration")
    guard duration * server.engine.sampleRate >= 1 else {
      throw StemFailure("duration must be more than 0 seconds, got \(duration)", stem: id)
    }
    let start = StemStart(
      rate: Float(arguments.number("rate")), volume: Float(arguments.number("volume")), loops: arguments.flag("loop"),
      position: try arguments.position("start", of: server.stems[id], on: server), sectionSeconds: duration)
    try server.start(id, start, request, in: moment)
  }
}
