import OSC

enum PrintClock: StemCommand {
  static let specification = StemCommandSpecification(
    "/print_clock", [StemParameter("on", .flag, standard: .number(1), "1 logs, 0 stops that")],
    "Logs bar, beat and tempo once a beat.", reply: "/done /print_clock on")

  static func perform(
    _ arguments: StemArguments, _ request: StemRequest, in moment: Moment, on server: StemServer
  ) throws(StemFailure) {
    let isOn = arguments.flag("on")
    moment.afterwards { [weak server] _ in server?.beats.isPrinted = isOn }
    moment.answer(request) { $0.done([.integer(isOn ? 1 : 0)], isOn ? "on" : "off") }
  }
}
