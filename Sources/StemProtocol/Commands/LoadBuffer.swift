import Foundation

enum LoadBuffer: StemCommand {
  static let specification = StemCommandSpecification(
    "/load_buffer",
    [
      .stem, .path,
      StemParameter("name", .text, standard: .absent, "what the log and the display call it; the file's name without"),
    ],
    """
    Reads a file into a buffer, without ever disturbing what plays. Replaces what the id held; a stem that plays from it \
    fades out. Files of 16 bits and less are held so; longer ones than --stream-above says are read from the disk as they \
    play, with the same sound (not Ogg Vorbis, which can only be read from its beginning and is held whole).
    """,
    reply: """
      /done /load_buffer id frames channels sample_rate megabytes loudness, once the audio is in memory, of a streamed \
      file its beginning; loudness is integrated, in LUFS, and left out where it is not known: a streamed file is measured \
      when it is to be normalised or /stem_loudness asks
      """)

  static func perform(
    _ arguments: StemArguments, _ request: StemRequest, in moment: Moment, on server: StemServer
  ) throws(StemFailure) {
    let id = arguments.integer("id")
    let path = try arguments.path(about: id)
    let name = arguments.text("name").flatMap { $0.isEmpty ? nil : $0 }
    server.load(path, name: name ?? URL(fileURLWithPath: path).lastPathComponent, into: id, request)
  }
}
