import OSC

/// Seeks, loops, hot cues, ramps, and the stems of a deck together.
extension ServerCheck {
  func handling(_ id: Int32) async {
    let stem = OSCArgument.int32(id)
    await start(id)
    await ask(.done, "/stem_rate", stem, 0.5) { Self.fault($0, about: id) }
    await ask(.done, "/stem_bpm", stem, 120.0, 0.25) { Self.fault($0, about: id) }
    await ask(.done, "/stem_seek", stem, 1, "beats") { reply in
      reply.arguments.last == .double(0.75) ? nil : "a beat behind the first is at 0.75 s"
    }
    await ask(.done, "/stem_loop", stem, 0.25, 0.5, "fraction") { Self.fault($0, about: id) }
    await ask(.done, "/stem_loop", stem) { Self.fault($0, about: id) }
    await ask(.done, "/cue_set", stem, 1, 0.1) { Self.fault($0, about: id) }
    await ask(.done, "/cue_go", stem, 1) { Self.fault($0, about: id) }
    await ask(.done, "/ramp", "/stem_volume", stem, "current", 0.1, 60.0, "smooth")
    await ask(.done, "/ramp_stop", "/stem_volume", stem) { Self.fault($0, atLeastOne: "no ramp ran") }
    await ask(.done, "/stop_stem", stem)
    await decks()
  }

  private func decks() async {
    guard isOwn else {
      let addresses = [
        "/deck_level", "/cue", "/start_group", "/play", "/fade", "/deck_play", "/deck_rate", "/deck_seek", "/deck_stop",
      ]
      for address in addresses { report.skip(address, "not tried here: it would change decks that others play on") }
      return
    }
    let path = OSCArgument.string(sound.path)
    await ask(.done, "/cue", "A", path, 0.5) { Self.fault($0, about: 100) }
    await ask(.done, "/start_group", 0, "A")
    await ask(.done, "/play", "B", path, 0) { Self.fault($0, about: 1100) }
    await ask(.done, "/stem_bpm", 100, 120)
    await ask(.done, "/stem_bpm", 1100, 100)
    await ask(.done, "/sync", "A")
    await ask(.done, "/sync", "B", "A") { reply in
      reply.arguments.count > 2 && reply.arguments[2].asNumber.map { abs($0 - 1.2) < 1e-3 } ?? false
        ? nil : "100 BPM follow 120 at rate 1.2"
    }
    await ask(.done, "/fade", "B", 0, 0.1)
    await ask(.done, "/deck_level", "B", 1)
    await ask(.done, "/deck_rate", "A", 1)
    await ask(.done, "/deck_seek", "A", 0.25, "fraction")
    await ask(.done, "/deck_stop", "A")
    await ask(.done, "/deck_play", "A", 0)
    await ask(.done, "/deck_stop", "A")
    await ask(.done, "/deck_stop", "B")
    for id: Int32 in [100, 1100] { await ask(.done, "/free_buffer", .int32(id)) }
  }
}
