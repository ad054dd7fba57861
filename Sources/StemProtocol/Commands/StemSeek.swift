import OSC

enum StemSeek: StemCommand {
  static let specification = StemCommandSpecification(
    "/stem_seek",
    [.stem, StemParameter("position", .number(StemPosition.numbers), "where in the file to go"), .unit()],
    """
    Takes a stem to a place of its file, on the very frame and without a click. Where its audio is not in memory yet, once \
    it is; seeks and starts of one bundle happen on the same sample.
    """,
    reply: "/done /stem_seek id seconds, once it sounds from there")

  static func perform(
    _ arguments: StemArguments, _ request: StemRequest, in moment: Moment, on server: StemServer
  ) throws(StemFailure) {
    let stem = try server.requireStem(arguments.integer("id"))
    let position = try arguments.position("position", of: stem, on: server)
    try seek(stem, to: position, quantised: false, request, in: moment, on: server)
  }

  /// A stem that is still to start begins there.
  static func seek(
    _ stem: Stem, to position: StemPosition, quantised: Bool, _ request: StemRequest, in moment: Moment,
    on server: StemServer
  ) throws(StemFailure) {
    if let pending = stem.pendingStart {
      pending.start.position = position
      moment.answer(request) { $0.done([.integer(stem.id)], "starts there") }
    } else if let voice = stem.voice(at: moment.time) {
      server.seek(voice, of: stem, to: position, quantised: quantised, request, in: moment)
    } else {
      throw StemFailure("stem \(stem.id) does not play: start it first (/play_stem)", stem: stem.id)
    }
  }
}
