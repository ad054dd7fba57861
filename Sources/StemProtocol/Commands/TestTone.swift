import Control
import OSC

enum TestTone: StemCommand {
  static let specification = StemCommandSpecification(
    "/test_tone",
    [StemParameter("frequency", .number(1...96_000), standard: .number(440), measure: "hertz", "pitch")],
    "An audible tone: amplitude 0.1, 10 ms attack, 500 ms decay, straight to the device.",
    reply: "/done /test_tone frequency")

  static func perform(
    _ arguments: StemArguments, _ request: StemRequest, in moment: Moment, on server: StemServer
  ) throws(StemFailure) {
    let frequency = arguments.number("frequency")
    let limit = server.engine.sampleRate / 2
    guard frequency < limit else {
      throw StemFailure("frequency must be below half the sample rate (\(limit) Hz), got \(frequency)")
    }
    server.mixer.addTone(frequency: Float(frequency), to: &moment.changes)
    moment.answer(request) { $0.done([.float32(Float(frequency))], "\(frequency) Hz") }
  }
}
