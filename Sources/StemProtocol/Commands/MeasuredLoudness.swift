import Logging
import OSC

enum MeasuredLoudness: StemCommand {
  static let specification = StemCommandSpecification(
    "/loudness",
    [StemParameter("reset", .flag, standard: .number(0), "1 begins the measurement anew, once it has been told")],
    """
    Tells how loud the master is by EBU R 128, since the server's start or the last reset. Minus infinity is what is too \
    quiet or too short to count.
    """,
    reply: """
      /loudness.reply momentary short_term integrated range true_peak: of the last 0.4 s, of the last 3 s and of all in \
      LUFS, the loudness range in LU, the highest true peak in dBTP
      """)

  static func perform(
    _ arguments: StemArguments, _ request: StemRequest, in moment: Moment, on server: StemServer
  ) throws(StemFailure) {
    moment.answer(request) { [weak server] request in
      guard let server else { return }
      server.measureLoudness()
      let told = server.loudnessArguments
      request.reply(
        OSCMessage("/loudness.reply", told), "\(told.prefix(3).last?.asNumber ?? 0) LUFS", level: .debug)
      if arguments.flag("reset") { server.loudness?.reset() }
    }
  }
}
