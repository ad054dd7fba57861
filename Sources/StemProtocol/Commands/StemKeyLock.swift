import OSC

enum StemKeyLock: StemCommand {
  static let specification = StemCommandSpecification(
    "/stem_keylock",
    [.stem, StemParameter("on", .flag, standard: .number(1), "1 keeps the pitch whatever the speed is")],
    """
    Locks a stem's key: its speed changes its tempo alone, from a quarter to four times of its own; beyond that it plays \
    as varispeed. Takes hold within some 50 ms, without a click.
    """,
    reply: "/done /stem_keylock id on")

  static func perform(
    _ arguments: StemArguments, _ request: StemRequest, in moment: Moment, on server: StemServer
  ) throws(StemFailure) {
    let stem = try server.requireStem(arguments.integer("id"))
    let isOn = arguments.flag("on")
    server.setPitch(of: [stem], in: moment) { $0.isLocked = isOn }
    moment.answer(request) { $0.done([.integer(stem.id), .integer(isOn ? 1 : 0)], isOn ? "on" : "off") }
  }
}
