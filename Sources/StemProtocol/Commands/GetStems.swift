import Control
import Logging
import OSC

enum GetStems: StemCommand {
  static let specification = StemCommandSpecification(
    "/get_stems", [], "Tells what every id holds and does.",
    reply: """
      for each stem /get_stems.reply id name deck playing position_seconds duration_seconds volume peak_left peak_right \
      rms_left rms_right rate loop, then /done /get_stems count
      """)

  static func perform(
    _ arguments: StemArguments, _ request: StemRequest, in moment: Moment, on server: StemServer
  ) throws(StemFailure) {
    moment.answer(request) { [weak server] request in
      guard let server else { return }
      let stems = server.stems.values.sorted { $0.id < $1.id }
      for stem in stems { request.replyPart(reply(for: stem)) }
      request.done([.integer(stems.count)], "\(stems.count) stems", level: .debug)
    }
  }

  private static func reply(for stem: Stem) -> OSCMessage {
    let voice = stem.voice(at: .immediately)
    let buffer = voice?.buffer ?? stem.buffer ?? stem.load?.buffer
    let position = voice.map { $0.position / $0.buffer.memory.sampleRate } ?? 0
    return OSCMessage(
      "/get_stems.reply", .integer(stem.id), .string(stem.name), .string(stem.deck.letter), .bool(voice != nil),
      .double(position), .double(buffer?.seconds ?? 0), .float32(voice?.volume ?? 0),
      .float32(voice?.meter.peakLeft ?? 0), .float32(voice?.meter.peakRight ?? 0),
      .float32(voice?.meter.rmsLeft ?? 0), .float32(voice?.meter.rmsRight ?? 0), .float32(voice?.rate ?? 0),
      voice?.loops ?? false ? 1 : 0)
  }
}
