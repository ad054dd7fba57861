import OSC

enum StemPan: StemCommand {
  static let specification = StemCommandSpecification(
    "/stem_pan",
    [.stem, StemParameter("pan", .number(-1...1), "−1 is left, 0 the middle, 1 right").ramping(.bends)],
    """
    Balances a stem, in 20 ms: the side that it is turned to stays, the other's gain is the cosine of a quarter turn times \
    the pan. In the middle the stem is untouched, to the bit.
    """,
    reply: "/done /stem_pan id pan")

  static func perform(
    _ arguments: StemArguments, _ request: StemRequest, in moment: Moment, on server: StemServer
  ) throws(StemFailure) {
    let (id, pan) = (arguments.integer("id"), Float(arguments.number("pan")))
    try server.setStrip(of: id, ["pan"], in: moment) { $0.pan = pan }
    moment.answer(request) { $0.done([.integer(id), .float32(pan)], "\(pan)") }
  }

  static func current(_ parameter: String, _ leading: [OSCArgument], on server: StemServer) -> Double? {
    leading.first?.asInteger.map { Double(server.mixer.settings(ofStem: $0).pan) }
  }
}
