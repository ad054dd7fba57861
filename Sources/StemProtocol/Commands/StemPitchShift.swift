import KeyLock
import OSC

enum StemPitchShift: StemCommand {
  static let specification = StemCommandSpecification(
    "/stem_pitch",
    [
      .stem,
      StemParameter("semitones", .number(KeyLock.semitones), measure: "semitones", "up; negative is down")
        .ramping(.steps),
    ],
    """
    Shifts a stem's pitch and not its tempo, with its key locked or not. Takes hold within some 100 ms, without a click.
    """,
    reply: "/done /stem_pitch id semitones")

  static func perform(
    _ arguments: StemArguments, _ request: StemRequest, in moment: Moment, on server: StemServer
  ) throws(StemFailure) {
    let stem = try server.requireStem(arguments.integer("id"))
    let semitones = arguments.number("semitones")
    server.setPitch(of: [stem], in: moment) { $0.semitones = semitones }
    moment.answer(request) { $0.done([.integer(stem.id), .float32(Float(semitones))], "\(semitones) semitones") }
  }

  static func current(_ parameter: String, _ leading: [OSCArgument], on server: StemServer) -> Double? {
    leading.first?.asInteger.flatMap { server.stems[$0] }.map(\.pitch.semitones)
  }
}
