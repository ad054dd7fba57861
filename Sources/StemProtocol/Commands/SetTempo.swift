import Control
import OSC

enum SetTempo: StemCommand {
  static let specification = StemCommandSpecification(
    "/set_tempo",
    [
      StemParameter(
        "bpm", .number(StemServer.tempos), measure: "beats a minute", "the clock's tempo"
      ).ramping(.steps),
      StemParameter(
        "base", .number(StemServer.tempos), standard: .absent, measure: "beats a minute",
        "the tempo at which stems play at their own rate; it stays without (--bpm, or what an earlier /set_tempo told)"),
    ],
    """
    Changes the clock's tempo. The speed of every stem, of those that play and of those that start later, is its rate \
    times bpm over base.
    """,
    reply: "/done /set_tempo bpm base")

  static func perform(
    _ arguments: StemArguments, _ request: StemRequest, in moment: Moment, on server: StemServer
  ) throws(StemFailure) {
    let tempo = arguments.number("bpm")
    server.setTempo(tempo, base: arguments.optionalNumber("base"), in: moment)
    let base = server.beats.baseTempo
    moment.answer(request) {
      $0.done([.float32(Float(tempo)), .float32(Float(base))], "\(tempo) BPM, stems at \(tempo / base) of their rate")
    }
  }

  static func current(_ parameter: String, _ leading: [OSCArgument], on server: StemServer) -> Double? {
    server.beats.map.tempo(at: server.engine.position)
  }
}
