import OSC

enum StemRate: StemCommand {
  static let specification = StemCommandSpecification(
    "/stem_rate",
    [.stem, .rate.ramping(.steps)],
    "Changes a stem's playback speed at once, or that of its start if it is still to start.",
    reply: "/done /stem_rate id rate")

  static func perform(
    _ arguments: StemArguments, _ request: StemRequest, in moment: Moment, on server: StemServer
  ) throws(StemFailure) {
    let stem = try server.requireStem(arguments.integer("id"))
    let rate = Float(arguments.number("rate"))
    server.setRate(rate, of: stem, in: moment)
    moment.answer(request) { $0.done([.integer(stem.id), .float32(rate)], "rate \(rate)") }
  }

  static func current(_ parameter: String, _ leading: [OSCArgument], on server: StemServer) -> Double? {
    leading.first?.asInteger.flatMap { server.stems[$0] }.map { Double($0.rate) }
  }
}
