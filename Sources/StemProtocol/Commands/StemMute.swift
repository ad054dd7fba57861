import OSC

enum StemMute: StemCommand {
  static let specification = StemCommandSpecification(
    "/stem_mute", [.stem, StemParameter("on", .flag, standard: .number(1), "1 mutes")],
    "Mutes a stem, which goes on playing unheard, in 20 ms. A mute counts for more than a solo.",
    reply: "/done /stem_mute id on")

  static func perform(
    _ arguments: StemArguments, _ request: StemRequest, in moment: Moment, on server: StemServer
  ) throws(StemFailure) {
    let (id, isOn) = (arguments.integer("id"), arguments.flag("on"))
    try server.setStrip(of: id, ["audible"], in: moment) { $0.isMuted = isOn }
    moment.answer(request) { $0.done([.integer(id), .integer(isOn ? 1 : 0)], isOn ? "muted" : "heard") }
  }
}
