import OSC

enum RampStop: StemCommand {
  static let specification = StemCommandSpecification(
    "/ramp_stop",
    [
      StemParameter("address", .text, standard: .absent, "the command that is ramped; all ramps end without"),
      StemParameter("arguments", .rest, standard: .absent, "its arguments before the number, as /ramp had them"),
    ],
    "Ends ramps where they are.",
    reply: "/done /ramp_stop count")

  static func perform(
    _ arguments: StemArguments, _ request: StemRequest, in moment: Moment, on server: StemServer
  ) throws(StemFailure) {
    let wanted = arguments.text("address").map { RampTarget($0, arguments.rest) }
    let ramps = server.ramps.values.filter { ramp in
      guard let wanted else { return true }
      return ramp.target.address == wanted.address && ramp.target.leading.starts(with: wanted.leading)
    }
    for ramp in ramps { server.stop(ramp, in: moment) }
    moment.answer(request) { $0.done([.integer(ramps.count)], "\(ramps.count) ramps end") }
  }
}
