import OSC

enum StemFade: StemCommand {
  static let specification = StemCommandSpecification(
    "/stem_fade",
    [
      .stem,
      StemParameter("volume", .number(StemParameter.anyVolume), "gain to arrive at"),
      StemParameter("seconds", .number(0...3600), measure: "seconds", "how long it takes"),
      StemParameter(
        "curve", .word(["linear", "constant-power"]), standard: .text("linear"),
        "constant-power keeps the loudness of two stems that cross"),
    ],
    "Glides a stem to a volume over a time.",
    reply: "/done /stem_fade id volume, once it sets out")

  static func perform(
    _ arguments: StemArguments, _ request: StemRequest, in moment: Moment, on server: StemServer
  ) throws(StemFailure) {
    try glide(
      arguments.integer("id"), to: Float(arguments.number("volume")), seconds: arguments.number("seconds"),
      constantPower: arguments.text("curve") == "constant-power", request, in: moment, on: server)
  }

  /// A stem that is still to start, in this very bundle perhaps, glides from its first frame on.
  static func glide(
    _ id: Int, to volume: Float, seconds: Double, constantPower: Bool, _ request: StemRequest, in moment: Moment,
    on server: StemServer
  ) throws(StemFailure) {
    let stem = try server.requireStem(id)
    if let pending = stem.pendingStart {
      let from = moment.glide?.from.map { Float($0) } ?? pending.start.fadeIn?.volume ?? pending.start.volume
      pending.start.fadeIn = StemStart.FadeIn(volume: from, seconds: seconds, constantPower: constantPower)
      pending.start.volume = volume
    }
    let voice = stem.voice(at: moment.time)
    if let voice {
      server.glide(voice, to: volume, seconds: seconds, constantPower: constantPower, in: moment)
    }
    guard voice != nil || stem.pendingStart != nil else {
      throw StemFailure("stem \(id) does not play: start it first (/play_stem)", stem: id)
    }
    server.supersede(RampTarget(StemVolume.specification.address, [.integer(id)]), in: moment)
    stem.volume = volume
    moment.answer(request) { $0.done([.integer(id), .float32(volume)], "to \(volume)") }
  }
}
