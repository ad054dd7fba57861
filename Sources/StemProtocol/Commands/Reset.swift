import OSC

enum Reset: StemCommand {
  static let specification = StemCommandSpecification(
    "/reset", [],
    """
    The server's clock starts at zero: seconds (/clock, /at), beats and bars. What plays goes on, and what already waits \
    for its time keeps it.
    """,
    reply: "/done /reset")

  static func perform(
    _ arguments: StemArguments, _ request: StemRequest, in moment: Moment, on server: StemServer
  ) throws(StemFailure) {
    server.resetClock(in: moment)
    moment.answer(request) { $0.done([], "the clock starts at zero") }
  }
}
