import OSC

enum Quantize: StemCommand {
  static let specification = StemCommandSpecification(
    "/quantize",
    [
      StemParameter(
        "beats", .number(0...1024), measure: "beats", "from line to line of the grid; 0 is off")
    ],
    """
    From now on every start waits for the next line of the clock's grid: /play_stem, /play_stem_section, /deck_play, \
    /cue_go, and a /start_group without a time. One whose audio is not there by then waits for the line after.
    """,
    reply: "/done /quantize beats")

  static func perform(
    _ arguments: StemArguments, _ request: StemRequest, in moment: Moment, on server: StemServer
  ) throws(StemFailure) {
    let quantum = arguments.number("beats")
    guard quantum == 0 || quantum >= 1.0 / 64 else {
      throw StemFailure("beats must be 0 (off) or at least 1/64 (0.015625), got \(quantum)")
    }
    server.beats.quantum = quantum
    moment.answer(request) {
      $0.done([.float32(Float(quantum))], quantum == 0 ? "off" : "starts wait for every \(quantum) beats")
    }
  }
}
