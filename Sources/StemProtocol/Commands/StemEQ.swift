import OSC

enum StemEQ: StemCommand {
  static let specification = StemCommandSpecification(
    "/stem_eq", [.stem] + StemParameter.bands.map { $0.ramping(.parts) },
    """
    Turns the three bands of a stem's equaliser, in 20 ms; percent as in /deck_eq. What an id's channel is set to stays \
    until the id holds nothing any more; it may be set before anything is loaded.
    """,
    reply: "/done /stem_eq id low mid high")

  static func perform(
    _ arguments: StemArguments, _ request: StemRequest, in moment: Moment, on server: StemServer
  ) throws(StemFailure) {
    let id = arguments.integer("id")
    let percents = BandLevels.names.map { arguments.number($0) }
    try server.setStrip(of: id, BandLevels.names, in: moment) { $0.bands = BandLevels(percents: percents) }
    for band in BandLevels.names {
      server.supersede(RampTarget(StemBand.specification.address, [.integer(id), .string(band)]), in: moment)
    }
    moment.answer(request) {
      $0.done([.integer(id)] + percents.map { .float32(Float($0)) }, "\(percents) %")
    }
  }

  static func part(
    _ parameter: String, _ leading: [OSCArgument]
  ) -> (command: any StemCommand.Type, leading: [OSCArgument]) { (StemBand.self, leading + [.string(parameter)]) }
}
