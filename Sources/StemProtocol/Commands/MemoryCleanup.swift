import Control
import OSC

enum MemoryCleanup: StemCommand {
  static let specification = StemCommandSpecification(
    "/memory_cleanup", [],
    "Frees the buffers that nothing plays and nothing waits for; those of decks that stand ready (/cue) stay.",
    reply: "/done /memory_cleanup buffers megabytes")

  static func perform(
    _ arguments: StemArguments, _ request: StemRequest, in moment: Moment, on server: StemServer
  ) throws(StemFailure) {
    moment.answer(request) { [weak server] request in
      guard let server else { return }
      // What fades out on such an id may still play from another buffer, which goes by itself.
      let idle = server.stems.values.filter { server.isIdle($0) }
      let megabytes = idle.reduce(0) { $0 + ($1.buffer?.megabytes ?? 0) }
      for stem in idle { server.free(stem, because: "/memory_cleanup") }
      request.done(
        [.integer(idle.count), .float32(Float(megabytes))],
        "\(idle.count) buffers freed, \((megabytes * 10).rounded() / 10) MB")
    }
  }
}
