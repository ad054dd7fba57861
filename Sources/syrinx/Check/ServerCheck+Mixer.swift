import OSC

/// The strips of the mixer.
extension ServerCheck {
  func mixer(_ id: Int32) async {
    await ask(.done, "/get_decks")
    await ask(.done, "/stem_eq", .int32(id), 50.0, 50.0, 50.0)
    await ask(.done, "/stem_band", .int32(id), "low", 50.0) { Self.fault($0, about: id) }
    await ask(.done, "/stem_pan", .int32(id), 0.0)
    await ask(.done, "/stem_mute", .int32(id), 0)
    await ask(.done, "/stem_solo", .int32(id), 0)
    await ask(.refusal, "/deck_eq", "E", "low", 50.0)
    guard isOwn else {
      for address in [
        "/deck_levels", "/deck_eq", "/deck_eq_all", "/deck_filter", "/deck_knob", "/crossfader", "/crossfader_curve",
        "/crossfader_assign", "/limiter",
      ] { report.skip(address, "not tried here: it would change what others hear") }
      return
    }
    await ask(.done, "/deck_levels", 1.0, 1.0)
    await ask(.done, "/ramp", "/crossfade_levels", "current", 0.5, 0.5, 60.0)
    await ask(.done, "/ramp_stop", "/crossfade_levels") { $0.arguments.last == 2 ? nil : "two levels were ramped" }
    await ask(.done, "/deck_levels", 1.0, 1.0)
    await ask(.done, "/deck_eq", "A", "low", 0.0)
    await ask(.done, "/deck_filter", "A", "low", 1.0)
    await ask(.done, "/deck_eq_all", "A", 50.0, 50.0, 50.0)
    await ask(.done, "/deck_knob", "A", -0.5, 0.3)
    await ask(.done, "/deck_knob", "A", 0.0)
    await ask(.done, "/crossfader_curve", "scratch")
    await ask(.done, "/crossfader", 0.0)
    await ask(.done, "/crossfader_assign", "A", "thru")
    await ask(.done, "/limiter", "true-peak")
    await ask(.done, "/limiter", "soft")
  }
}
