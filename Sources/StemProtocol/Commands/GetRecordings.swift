import Control
import Logging
import OSC

enum GetRecordings: StemCommand {
  static let specification = StemCommandSpecification(
    "/get_recordings", [], "Tells what is being recorded.",
    reply: """
      for each /get_recordings.reply path source seconds lost_frames, then /done /get_recordings count
      """)

  static func perform(
    _ arguments: StemArguments, _ request: StemRequest, in moment: Moment, on server: StemServer
  ) throws(StemFailure) {
    moment.answer(request) { [weak server] request in
      guard let server else { return }
      for running in server.recordings.values.sorted(by: { $0.path < $1.path }) {
        let frames = running.beginning.map { server.engine.position - $0 } ?? 0
        request.replyPart(
          OSCMessage(
            "/get_recordings.reply", .string(running.path), .string(running.source.text),
            .double(Double(frames) / server.engine.sampleRate), .int64(running.recording.lostFrames)))
      }
      request.done([.integer(server.recordings.count)], "\(server.recordings.count) recordings", level: .debug)
    }
  }
}
