import OSC

enum CueGo: StemCommand {
  static let specification = StemCommandSpecification(
    "/cue_go",
    [.stem, .hotCue],
    """
    Takes a stem to one of its hot cues, on the very frame and without a click. One that does not play starts there, as it \
    last played. With /quantize it waits for the grid.
    """,
    reply: "/done /cue_go id, once it sounds from there")

  static func perform(
    _ arguments: StemArguments, _ request: StemRequest, in moment: Moment, on server: StemServer
  ) throws(StemFailure) {
    let stem = try server.requireStem(arguments.integer("id"))
    let number = arguments.integer("n")
    guard let cue = stem.hotCues[number] else {
      throw StemFailure("stem \(stem.id) has no cue \(number): set it first (/cue_set)", stem: stem.id)
    }
    if stem.pendingStart != nil || stem.voice(at: moment.time) != nil {
      try StemSeek.seek(stem, to: .seconds(cue.seconds), quantised: true, request, in: moment, on: server)
    } else {
      let start = StemStart(
        rate: stem.rate, volume: stem.volume, loops: stem.loops, position: .seconds(cue.seconds), sectionSeconds: nil)
      try server.start(stem.id, start, request, in: moment)
    }
  }
}
