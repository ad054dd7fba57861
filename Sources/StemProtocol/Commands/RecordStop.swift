import OSC

enum RecordStop: StemCommand {
  static let specification = StemCommandSpecification(
    "/record_stop",
    [StemParameter("path", .text, standard: .text(""), "which recording; every one without")],
    "Ends a recording before the very frame of its time tag, and completes its file.",
    reply: """
      for each file /record_stop.reply path seconds lost_frames, then /done /record_stop path seconds lost_frames of the \
      last, once the files are complete
      """)

  static func perform(
    _ arguments: StemArguments, _ request: StemRequest, in moment: Moment, on server: StemServer
  ) throws(StemFailure) {
    let given = arguments.text("path") ?? ""
    guard !given.isEmpty else {
      guard !server.recordings.isEmpty else { throw StemFailure("nothing is being recorded") }
      return server.stopRecordings(Array(server.recordings.values), request, in: moment)
    }
    let path = try server.recordingPath(given)
    guard let running = server.recordings[path] else {
      throw StemFailure("\(path) is not being recorded to", about: [.string(path)])
    }
    server.stopRecordings([running], request, in: moment)
  }
}
