import OSC

enum StemVolume: StemCommand {
  static let specification = StemCommandSpecification(
    "/stem_volume",
    [.stem, StemParameter("volume", .number(StemParameter.anyVolume), "gain").ramping(.glides)],
    "Glides a stem to a volume in 20 ms.",
    reply: "/done /stem_volume id volume")

  static func perform(
    _ arguments: StemArguments, _ request: StemRequest, in moment: Moment, on server: StemServer
  ) throws(StemFailure) {
    try StemFade.glide(
      arguments.integer("id"), to: Float(arguments.number("volume")), seconds: moment.glideSeconds,
      constantPower: false, request, in: moment, on: server)
  }

  static func current(_ parameter: String, _ leading: [OSCArgument], on server: StemServer) -> Double? {
    leading.first?.asInteger.flatMap { server.stems[$0] }.map { Double($0.volume) }
  }
}
