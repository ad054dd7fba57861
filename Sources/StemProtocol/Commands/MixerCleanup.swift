import OSC

enum MixerCleanup: StemCommand {
  static let specification = StemCommandSpecification(
    "/mixer_cleanup", [],
    """
    Fades out every stem, frees every buffer, drops every start that waits, and forgets what the channels of stems are set \
    to, of those too that hold nothing.
    """,
    reply: "/done /mixer_cleanup buffers, once the last stem is silent")

  static func perform(
    _ arguments: StemArguments, _ request: StemRequest, in moment: Moment, on server: StemServer
  ) throws(StemFailure) {
    moment.afterwards { [weak server] _ in
      guard let server else { return }
      let voices = server.stems.values.flatMap(\.voices).filter { $0.beginning == nil }
      var sounding = voices.count
      let freed = server.stems.values.sorted { $0.id < $1.id }.count { server.free($0, because: "/mixer_cleanup") }
      server.forgetEmptyStrips()
      func answer() { request.done([.integer(freed)], "\(voices.count) stems faded out, \(freed) buffers freed") }
      if sounding == 0 { answer() }
      for voice in voices {
        voice.whenEnded.append {
          sounding -= 1
          if sounding == 0 { answer() }
        }
      }
    }
    server.fadeOutAll(in: moment)
  }
}
