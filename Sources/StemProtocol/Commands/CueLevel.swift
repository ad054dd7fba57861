import OSC

enum CueLevel: StemCommand {
  static let specification = StemCommandSpecification(
    "/cue_level",
    [StemParameter("level", .number(StemParameter.anyVolume), "gain; at first 1").ramping(.glides)],
    "Glides the level of the headphones in 20 ms.",
    reply: "/done /cue_level level")

  static func perform(
    _ arguments: StemArguments, _ request: StemRequest, in moment: Moment, on server: StemServer
  ) throws(StemFailure) {
    let level = Float(arguments.number("level"))
    server.setCue(level: level, in: moment)
    moment.answer(request) { $0.done([.float32(level)], "\(level)") }
  }

  static func current(_ parameter: String, _ leading: [OSCArgument], on server: StemServer) -> Double? {
    Double(server.mixer.router.cueLevel)
  }
}
