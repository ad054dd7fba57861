import Logging
import OSC

enum GetStatus: StemCommand {
  static let specification = StemCommandSpecification(
    "/get_status",
    [StemParameter("log", .flag, standard: .number(1), "0 leaves the log alone, for who asks often")],
    "Logs the status and sends it back.",
    reply: """
      /get_status.reply with name, value pairs: sample_rate, buffers, loading, playing, deck_a, deck_b, crossfader, \
      crossfader_curve, master, limiter, latency (seconds), silenced (frames), memory_mb, cpu_average and cpu_peak (percent), xruns, uptime and clock (seconds), scheduled, peak_left, peak_right, units, \
      subscribers, overruns (calls of the device that took longer than they last, by our own doing), recordings, rms_left, \
      rms_right; the first of two audio buses, for synths of SuperCollider's clients: master_bus (what is added there is \
      mastered), for each deck bus_a … (behind its level) and cue_bus_a … (before it)
      """)

  static func perform(
    _ arguments: StemArguments, _ request: StemRequest, in moment: Moment, on server: StemServer
  ) throws(StemFailure) {
    moment.answer(request) { [weak server] request in
      guard let server else { return }
      let pairs = server.statusPairs()
      request.reply(
        OSCMessage("/get_status.reply", pairs.flatMap { [.string($0.0), $0.1] }),
        pairs.map { "\($0.0) \($0.1)" }.joined(separator: ", "),
        level: arguments.flag("log") ? .info : .debug)
    }
  }
}
