import OSC

enum CueMix: StemCommand {
  static let specification = StemCommandSpecification(
    "/cue_mix",
    [
      StemParameter(
        "mix", .number(0...1), "0 is the decks that are listened to alone, 1 the master alone; at first 0"
      ).ramping(.glides),
      StemParameter(
        "level", .number(StemParameter.anyVolume), standard: .absent,
        "gain of the headphones, as /cue_level sets it; it stays without"),
    ],
    "Glides what the headphones hear from the decks that are listened to towards the master.",
    reply: "/done /cue_mix mix level")

  static func perform(
    _ arguments: StemArguments, _ request: StemRequest, in moment: Moment, on server: StemServer
  ) throws(StemFailure) {
    let mix = Float(arguments.number("mix"))
    server.setCue(mix: mix, level: arguments.optionalNumber("level").map { Float($0) }, in: moment)
    let level = server.mixer.router.cueLevel
    moment.answer(request) { $0.done([.float32(mix), .float32(level)], "mix \(mix), level \(level)") }
  }

  static func current(_ parameter: String, _ leading: [OSCArgument], on server: StemServer) -> Double? {
    Double(server.mixer.router.cueMix)
  }
}
