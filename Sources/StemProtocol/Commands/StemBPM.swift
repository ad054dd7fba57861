import OSC

enum StemBPM: StemCommand {
  static let specification = StemCommandSpecification(
    "/stem_bpm",
    [
      .stem, StemParameter("bpm", .number(StemServer.tempos), measure: "beats a minute", "at the file's own speed"),
      StemParameter(
        "first_beat", .number(0...1e9), standard: .number(0), measure: "seconds", "where in the file a beat is"),
    ],
    """
    Tells the tempo of the music in a stem, for positions in beats and for /sync. It goes with the file. The other stems \
    of the deck that have none of their own go by it too.
    """,
    reply: "/done /stem_bpm id bpm first_beat")

  static func perform(
    _ arguments: StemArguments, _ request: StemRequest, in moment: Moment, on server: StemServer
  ) throws(StemFailure) {
    let stem = try server.requireStem(arguments.integer("id"))
    let tempo = StemTempo(bpm: arguments.number("bpm"), firstBeatSeconds: arguments.number("first_beat"))
    stem.tempo = tempo
    moment.answer(request) {
      $0.done(
        [.integer(stem.id), .float32(Float(tempo.bpm)), .float32(Float(tempo.firstBeatSeconds))],
        "\(tempo.bpm) BPM, a beat at \(tempo.firstBeatSeconds) s")
    }
  }
}
