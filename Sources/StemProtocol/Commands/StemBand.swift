import OSC

enum StemBand: StemCommand {
  static let specification = StemCommandSpecification(
    "/stem_band", [.stem, .band, .percent("percent", "how far the band is turned up").ramping(.bends)],
    "Turns one band of a stem's equaliser, in 20 ms; percent as in /deck_eq.",
    reply: "/done /stem_band id band percent")

  static func perform(
    _ arguments: StemArguments, _ request: StemRequest, in moment: Moment, on server: StemServer
  ) throws(StemFailure) {
    let (id, band, percent) = (arguments.integer("id"), arguments.text("band") ?? "", arguments.number("percent"))
    try server.setStrip(of: id, [band], in: moment) { $0.bands.set(band, to: EqualizerLaw.gain(percent: percent)) }
    moment.answer(request) {
      $0.done([.integer(id), .string(band), .float32(Float(percent))], "\(band) \(percent) %")
    }
  }

  static func current(_ parameter: String, _ leading: [OSCArgument], on server: StemServer) -> Double? {
    guard let id = leading.first?.asInteger, let band = leading.last?.asText else { return nil }
    return EqualizerLaw.percent(gain: server.mixer.settings(ofStem: id).bands.gain(band))
  }
}
