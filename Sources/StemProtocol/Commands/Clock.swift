import Control
import Logging
import OSC

enum Clock: StemCommand {
  static let specification = StemCommandSpecification(
    "/clock", [], "The server's clock: frames rendered over the sample rate.",
    reply: "/clock.reply seconds sample_rate frames")

  static func perform(
    _ arguments: StemArguments, _ request: StemRequest, in moment: Moment, on server: StemServer
  ) throws(StemFailure) {
    moment.answer(request) { [weak server] request in
      guard let server else { return }
      let frames = server.engine.position - server.clockStart
      request.reply(
        OSCMessage(
          "/clock.reply", .double(server.clockSeconds), .double(server.engine.sampleRate), .int64(frames)),
        "\(server.clockSeconds) s", level: .debug)
    }
  }
}
