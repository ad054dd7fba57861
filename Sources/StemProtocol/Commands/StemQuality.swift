import OSC
import RealTime

enum StemQuality: StemCommand {
  static let specification = StemCommandSpecification(
    "/stem_quality",
    [
      .stem,
      StemParameter(
        "quality", .word(Interpolation.allCases.map(\.name)), "how it is read between its samples, from cheap to clean"),
    ],
    "Chooses a stem's interpolation, for what plays and what is started later; else it is the server's (--quality).",
    reply: "/done /stem_quality id quality")

  static func perform(
    _ arguments: StemArguments, _ request: StemRequest, in moment: Moment, on server: StemServer
  ) throws(StemFailure) {
    let stem = try server.requireStem(arguments.integer("id"))
    guard let interpolation = arguments.text("quality").flatMap(Interpolation.init(name:)) else { return }
    server.setInterpolation(interpolation, of: stem, in: moment)
    moment.answer(request) { $0.done([.integer(stem.id), .string(interpolation.name)], "by \(interpolation.name)") }
  }
}
