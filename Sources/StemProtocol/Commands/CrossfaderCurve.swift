import OSC

enum CrossfaderCurve: StemCommand {
  static let specification = StemCommandSpecification(
    "/crossfader_curve",
    [
      StemParameter(
        "curve", .word(Crossfader.Curve.allCases.map(\.rawValue)),
        "linear: both sides at a half in the middle; constant-power: at −3 dB; scratch: fully open but for the last twentieth"
      )
    ],
    "Chooses the law of the crossfader; constant-power at first. With scratch a change takes 3 ms, else 20 ms.",
    reply: "/done /crossfader_curve curve")

  static func perform(
    _ arguments: StemArguments, _ request: StemRequest, in moment: Moment, on server: StemServer
  ) throws(StemFailure) {
    var crossfader = server.mixer.crossfader
    let name = arguments.text("curve") ?? ""
    crossfader.curve = Crossfader.Curve(rawValue: name) ?? crossfader.curve
    server.mixer.setCrossfader(crossfader, in: moment)
    moment.answer(request) { $0.done([.string(name)], name) }
  }
}
