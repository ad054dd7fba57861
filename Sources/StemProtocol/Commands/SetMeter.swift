import OSC

enum SetMeter: StemCommand {
  static let specification = StemCommandSpecification(
    "/set_meter", [StemParameter("beats", .integer(1...256), standard: .number(4), "beats in a bar")],
    "Changes how many beats make a bar. The bar that runs keeps its beginning and its number.",
    reply: "/done /set_meter beats")

  static func perform(
    _ arguments: StemArguments, _ request: StemRequest, in moment: Moment, on server: StemServer
  ) throws(StemFailure) {
    let count = arguments.integer("beats")
    server.beats.meter.change(to: count, atBeat: server.beats.map.beat(at: server.frame(of: moment.time)))
    moment.answer(request) { $0.done([.integer(count)], "\(count) beats in a bar") }
  }
}
