import OSC

enum CrossfaderMove: StemCommand {
  static let specification = StemCommandSpecification(
    "/crossfader",
    [StemParameter("position", .number(-1...1), "−1 is left, 0 the middle, 1 right").ramping(.bends)],
    """
    Moves the crossfader. Its gain is multiplied with the deck's level (/deck_levels, /crossfade_levels). Until it is \
    first moved it is in no deck's way. A and C are on its left, B and D on its right (/crossfader_assign).
    """,
    reply: "/done /crossfader position")

  static func perform(
    _ arguments: StemArguments, _ request: StemRequest, in moment: Moment, on server: StemServer
  ) throws(StemFailure) {
    var crossfader = server.mixer.crossfader
    let position = arguments.number("position")
    crossfader.position = position
    server.mixer.setCrossfader(crossfader, in: moment)
    moment.answer(request) { $0.done([.float32(Float(position))], "\(position)") }
  }

  static func current(_ parameter: String, _ leading: [OSCArgument], on server: StemServer) -> Double? {
    server.mixer.crossfader.position.map { Double($0) } ?? 0
  }
}
