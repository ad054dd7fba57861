import OSC

/// The clock in beats, and what goes by it.
extension ServerCheck {
  func beats(_ id: Int32) async {
    guard isOwn else {
      for address in ["/set_tempo", "/set_meter", "/print_clock", "/reset", "/quantize"] {
        report.skip(address, "not tried here: it would change the clock that others go by")
      }
      return
    }
    await ask(.done, "/set_tempo", 240.0)
    await ask(.done, "/set_meter", 3)
    await ask(.done, "/print_clock", 1)
    await ask(.done, "/reset")
    // Past beat 0, so that the start has to wait.
    await ask(.doneFor("/quantize"), "/at", .double(await clock() + 0.05), "/quantize", 1)
    await start(id)
    await ask(.reply("/clock.reply"), "/clock") { reply in
      reply.arguments.count == 7 && reply.arguments[3].asNumber ?? 0 >= 1 && reply.arguments[5].asNumber == 240
        ? nil : "expected 240 BPM, and that the start waited for beat 1"
    }
    await ask(.done, "/stop_stem", .int32(id))
    await ask(.done, "/quantize", 0)
    await ask(.done, "/print_clock", 0)
    await ask(.done, "/set_meter", 4)
    await ask(.done, "/set_tempo", 120.0)
  }
}
