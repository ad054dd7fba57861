import OSC

enum StopStem: StemCommand {
  static let specification = StemCommandSpecification(
    "/stop_stem",
    [
      .stem,
      StemParameter(
        "fade", .number(0...3600), standard: .number(StemVoice.fadeSeconds), measure: "seconds",
        "how long it fades; 0 stops at the very frame, without a click"),
    ],
    "Fades a stem out, then frees its voice. A start that still waits for its audio is dropped.",
    reply: "/done /stop_stem id, once the fade begins")

  static func perform(
    _ arguments: StemArguments, _ request: StemRequest, in moment: Moment, on server: StemServer
  ) throws(StemFailure) {
    let stem = try server.requireStem(arguments.integer("id"))
    server.dropStart(of: stem, because: "stopped before its audio was there")
    let voice = stem.voice(at: moment.time)
    if let voice { server.fadeOut(voice, seconds: arguments.number("fade"), in: moment) }
    let summary = voice == nil ? "did not play" : "stops"
    moment.answer(request) { $0.done([.integer(stem.id)], summary) }
  }
}
