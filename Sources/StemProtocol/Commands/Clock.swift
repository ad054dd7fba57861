import Control
import Logging
import OSC

enum Clock: StemCommand {
  static let specification = StemCommandSpecification(
    "/clock", [], "The server's clock: frames rendered over the sample rate, and the same in beats.",
    reply: """
      /clock.reply seconds sample_rate frames beat bar tempo meter: beat counts from 0 at the last /reset or the start, bar \
      from 1, meter is beats in a bar
      """)

  static func perform(
    _ arguments: StemArguments, _ request: StemRequest, in moment: Moment, on server: StemServer
  ) throws(StemFailure) {
    moment.answer(request) { [weak server] request in
      guard let server else { return }
      let position = server.engine.position
      let beat = server.beats.map.beat(at: position)
      request.reply(
        OSCMessage(
          "/clock.reply", .double(server.clockSeconds), .double(server.engine.sampleRate),
          .int64(position - server.clockStart), .double(beat), .integer(server.beats.meter.bar(ofBeat: beat)),
          .double(server.beats.map.tempo(at: position)), .integer(server.beats.meter.beats)),
        "\(server.clockSeconds) s", level: .debug)
    }
  }
}
