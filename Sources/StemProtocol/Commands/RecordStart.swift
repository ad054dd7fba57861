import OSC

enum RecordStart: StemCommand {
  static let specification = StemCommandSpecification(
    "/record_start",
    [
      StemParameter("path", .text, "the file to write, in place of any other; ~ is the home folder"),
      StemParameter(
        "format", .word(RecordingFormat.words), standard: .text("auto"),
        "auto goes by the path's ending; WAV is 24 bits unless it says otherwise, and becomes RF64 past 4 GB"),
      StemParameter(
        "source", .signal, standard: .text("master"), "master, cue, a deck's letter (behind its level), or a stem's id"),
    ],
    """
    Records a signal into a file, from the very frame of its time tag on; several at a time. The file opens at any time, \
    also after a crash, with all but the last second. A full disk ends the recording, not the music: \
    /fail /record_start reason path then follows the /done.
    """,
    reply: "/done /record_start path source, once it has begun")

  static func perform(
    _ arguments: StemArguments, _ request: StemRequest, in moment: Moment, on server: StemServer
  ) throws(StemFailure) {
    guard let given = arguments.text("path"), !given.isEmpty else { throw StemFailure("path is empty: name a file") }
    try server.record(
      to: server.recordingPath(given), format: arguments.text("format") ?? "auto",
      server.signal(arguments.text("source")), request, in: moment)
  }
}
