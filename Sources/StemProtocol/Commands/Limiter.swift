import Control
import OSC

enum Limiter: StemCommand {
  static let specification = StemCommandSpecification(
    "/limiter",
    [
      StemParameter(
        "mode", .word(MasterLimiter.allCases.map(\.rawValue)),
        """
        soft: tanh(0.9 · 0.8 · x) · 0.9; true-peak: a gain of 0.8 and a limiter that lets no true peak above −1 dBTP; off: \
        a gain of 0.8. True peaks are those of meters (ITU-R BS.1770): of clipped white noise a reconstruction by a sinc \
        without an end reaches −0.4 dBTP
        """)
    ],
    "Chooses what keeps the master within bounds (--limiter), crossfading in 30 ms. The true-peak limiter delays the master.",
    reply: "/done /limiter mode latency, in seconds")

  static func perform(
    _ arguments: StemArguments, _ request: StemRequest, in moment: Moment, on server: StemServer
  ) throws(StemFailure) {
    let name = arguments.text("mode") ?? ""
    server.mixer.setLimiter(MasterLimiter(rawValue: name) ?? .soft, in: moment)
    let seconds = Double(server.latencyFrames) / server.engine.sampleRate
    moment.answer(request) { $0.done([.string(name), .float32(Float(seconds))], "\(name), \(seconds) s late") }
  }
}
