import Control
import Logging
import OSC
import RealTime

enum GetBuffers: StemCommand {
  static let specification = StemCommandSpecification(
    "/get_buffers", [], "Tells what the memory is used for.",
    reply: """
      for each buffer /get_buffers.reply id state path frames channels sample_rate megabytes voices kept bits loudness gain \
      format, then /done /get_buffers count megabytes. state is loading, loaded, or leaving for one that its id has let go \
      and that still fades (its id is then −1); megabytes are those in memory just now; voices play from it; kept is whole \
      or streamed; bits are 16 or 32, of a sample in memory; loudness is integrated, in LUFS (−inf: not known); gain is what \
      --normalise adds, in decibels; format is the file's
      """)

  static func perform(
    _ arguments: StemArguments, _ request: StemRequest, in moment: Moment, on server: StemServer
  ) throws(StemFailure) {
    moment.answer(request) { [weak server] request in
      guard let server else { return }
      var count = 0
      func tell(_ id: Int, _ state: String, _ buffer: StemBuffer?) {
        guard let buffer else { return }
        count += 1
        request.replyPart(reply(id, state, buffer))
      }
      for stem in server.stems.values.sorted(by: { $0.id < $1.id }) {
        tell(stem.id, "loaded", stem.buffer)
        tell(stem.id, "loading", stem.load?.buffer)
      }
      for buffer in server.released { tell(-1, "leaving", buffer) }
      request.done(
        [.integer(count), .float32(Float(server.memoryMegabytes))], "\(count) buffers", level: .debug)
    }
  }

  private static func reply(_ id: Int, _ state: String, _ buffer: StemBuffer) -> OSCMessage {
    let memory = buffer.memory
    return OSCMessage(
      "/get_buffers.reply", .integer(id), .string(state), .string(buffer.path), .integer(memory.frames),
      .integer(memory.channels), .float32(Float(memory.sampleRate)), .float32(Float(buffer.megabytes)),
      .integer(buffer.users), .string(buffer.stream == nil ? "whole" : "streamed"),
      .integer(8 * memory.encoding.bytes), .float32(Float(buffer.loudness ?? -.infinity)),
      .float32(Float(buffer.gainDecibels)), .string(buffer.format))
  }
}
