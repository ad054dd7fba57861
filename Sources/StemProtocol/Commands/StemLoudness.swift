import Control
import OSC

enum StemLoudness: StemCommand {
  static let specification = StemCommandSpecification(
    "/stem_loudness", [.stem],
    """
    Tells how loud a stem's file is as a whole: integrated loudness by EBU R 128, at volume 1, a mono file on both sides. \
    A streamed file is read through for it once.
    """,
    reply: """
      /stem_loudness.reply id loudness gain: in LUFS (−inf: too short or too quiet to tell), and the decibels that \
      --normalise adds
      """)

  static func perform(
    _ arguments: StemArguments, _ request: StemRequest, in moment: Moment, on server: StemServer
  ) throws(StemFailure) {
    let id = arguments.integer("id")
    let stem = try server.requireStem(id)
    guard let buffer = stem.buffer else {
      throw StemFailure("buffer \(id) is still being read: ask again when it is loaded", stem: id)
    }
    moment.afterwards { [weak server] _ in
      if buffer.loudness != nil || buffer.stream == nil {
        answer(request, stem: id, buffer)
      } else {
        server?.loader.measure(LoudnessQuery(request, stem: stem, buffer: buffer))
        if server?.loader.mode == .inline { server?.takeLoudness() }
      }
    }
  }

  static func answer(_ request: StemRequest, stem id: Int, _ buffer: StemBuffer) {
    request.reply(
      OSCMessage(
        "/stem_loudness.reply", .integer(id), .float32(Float(buffer.loudness ?? -.infinity)),
        .float32(Float(buffer.gainDecibels))),
      buffer.loudness.map { "\(StemServer.tenths($0)) LUFS" } ?? "too short or too quiet to tell")
  }
}
