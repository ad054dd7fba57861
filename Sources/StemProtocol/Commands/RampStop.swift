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
    let wanted = arguments.text("address").map { targets($0, arguments.rest) }
    let ramps = server.ramps.values.filter { ramp in
      guard let wanted else { return true }
      return wanted.contains {
        ramp.target.address == $0.address && ramp.target.leading.starts(with: $0.leading)
      }
    }
    for ramp in ramps { server.stop(ramp, in: moment) }
    moment.answer(request) { $0.done([.integer(ramps.count)], "\(ramps.count) ramps end") }
  }

  /// What a ramp of this command changes: of one with several numbers, each.
  private static func targets(_ address: String, _ leading: [OSCArgument]) -> [RampTarget] {
    guard let command = StemCommandTable.command(at: address) else { return [RampTarget(address, leading)] }
    let first = command.specification.parameters.prefix { $0.ramping == .none }.count
    let isWhole = leading.count >= first
    return command.specification.parameters.filter { $0.ramping != .none }.map { parameter in
      let part = command.part(parameter.name, isWhole ? Array(leading.prefix(first)) : [])
      return RampTarget(part.command.specification.address, isWhole ? part.leading : leading)
    }
  }
}
