enum PlayStem: StemCommand {
  static let specification = StemCommandSpecification(
    "/play_stem",
    [
      .stem, .rate,
      StemParameter("volume", .number(StemParameter.anyVolume), standard: .number(0.8), "gain"),
      StemParameter("loop", .flag, standard: .number(1), "1 repeats the file"),
      StemParameter("start", .number(StemPosition.numbers), standard: .number(0), "where in the file to begin"),
      .lenientUnit,
    ],
    """
    Plays a stem. One that plays already restarts, without a click. Sent while the load is still running, it starts as \
    soon as enough of the file is in memory; starts of one bundle happen on the same sample.
    """,
    reply: "/done /play_stem id, once it sounds")

  static func perform(
    _ arguments: StemArguments, _ request: StemRequest, in moment: Moment, on server: StemServer
  ) throws(StemFailure) {
    let id = arguments.integer("id")
    let start = StemStart(
      rate: Float(arguments.number("rate")), volume: Float(arguments.number("volume")), loops: arguments.flag("loop"),
      position: try arguments.position("start", of: server.stems[id], on: server), sectionSeconds: nil)
    try server.start(id, start, request, in: moment)
  }
}
