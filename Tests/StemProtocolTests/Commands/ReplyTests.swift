import OSC
import StemProtocol
import Testing

/// What every command answers.
@Suite struct ReplyTests {
  private func done(_ address: String, _ arguments: OSCArgument...) -> OSCMessage {
    OSCMessage("/done", [.string(address)] + arguments)
  }

  /// The bytes themselves, since clients read them.
  @Test func bytesOfDone() throws {
    let rig = try StemRig()
    try rig.load(.noise(500, seed: 1), into: 1007)
    let bytes = rig.ask("/play_stem", 1007, 1.0).map { OSCPacket.message($0).encoded() }
    var expected = [UInt8]("/done\0\0\0,si\0/play_stem\0\0".utf8)
    expected += [0, 0, 0x03, 0xEF]
    #expect(bytes == [expected])
  }

  @Test func theWholeSession() throws {
    let rig = try StemRig()
    let path = try rig.load(.noise(22_050, seed: 1), into: 100)
    let megabytes = Float((22_050 + 16) * 2 * 4) / 1_048_576
    let loaded = rig.mailbox.take()
    #expect(loaded.count == 1 && loaded[0].address == "/done")
    #expect(
      loaded[0].arguments.prefix(6) == ["/load_buffer", 100, 22_050, 2, 44_100.0, .float32(megabytes)])
    #expect(rig.ask("/play_stem", 100, 1) == [done("/play_stem", 100)])
    #expect(rig.ask("/stem_volume", 100, 0.5) == [done("/stem_volume", 100, 0.5)])
    #expect(rig.ask("/stem_fade", 100, 0.25, 0.1, "constant-power") == [done("/stem_fade", 100, 0.25)])
    #expect(rig.ask("/crossfade_levels", 0.5, 1) == [done("/crossfade_levels", 0.5, 1.0)])
    #expect(rig.ask("/play_stem_section", 100, 1, 0.8, 1, 0.5, 0.25) == [done("/play_stem_section", 100)])
    #expect(rig.ask("/test_tone") == [done("/test_tone", 440.0)])
    #expect(rig.ask("/test_tone", 1000) == [done("/test_tone", 1000.0)])
    #expect(rig.ask("/sync", 77) == [OSCMessage("/synced", 77)])
    #expect(rig.ask("/sync") == [OSCMessage("/synced", 0)])
    #expect(rig.ask("/version") == [OSCMessage("/version.reply", "syrinx", .string(StemServer.version))])
    #expect(rig.ask("/stop_stem", 100) == [done("/stop_stem", 100)])
    #expect(rig.ask("/memory_cleanup") == [done("/memory_cleanup", 0, 0.0)])
    rig.render(4000)
    rig.send("/load_buffer", 101, .string(path))
    #expect(rig.ask("/free_buffer", 101) == [done("/free_buffer", 101)])
    #expect(rig.ask("/memory_cleanup") == [done("/memory_cleanup", 1, .float32(megabytes))])
    #expect(rig.ask("/mixer_cleanup") == [done("/mixer_cleanup", 0)])
    #expect(rig.ask("/cancel") == [done("/cancel", 0)])
  }

  /// `/mixer_cleanup` answers once all is silent, and what it freed is free.
  @Test func mixerCleanupWaitsForSilence() throws {
    let rig = try StemRig(pulls: [64])
    for id: Int32 in [1, 2, 1100] { try rig.load(.sine(200, frames: 44_100), into: id) }
    rig.send("/play_stem", 1, 1)
    rig.send("/play_stem", 1100, 1)
    rig.render(5000)
    let before = rig.frame
    #expect(rig.ask("/mixer_cleanup") == [done("/mixer_cleanup", 3)])
    #expect(rig.frame - before > 2205)
    #expect(rig.left.last == 0)
    let status = rig.status()
    #expect(status["buffers"] == 0 && status["playing"] == 0 && status["memory_mb"] == 0.0)
    #expect(rig.ask("/play_stem", 1, 1).first?.address == "/fail")
  }

  @Test func statusPairs() throws {
    let rig = try StemRig(sampleRate: 48_000)
    rig.server.xruns = { 42 }
    try rig.load(.noise(48_000, sampleRate: 48_000, seed: 1), into: 1)
    try rig.load(.noise(48_000, channels: 1, sampleRate: 48_000, seed: 1), into: 2)
    rig.send("/play_stem", 1, 1, 1)
    rig.send("/crossfade_levels", 0.25, 1.5)
    rig.send("/at", 1000.0, "/stop_stem", 1)
    rig.render(24_000)
    let status = rig.status()
    #expect(status["sample_rate"] == 48_000.0)
    #expect(status["buffers"] == 2)
    #expect(status["loading"] == 0)
    #expect(status["playing"] == 1)
    #expect(status["deck_a"] == 0.25)
    #expect(status["deck_b"] == 1.5)
    #expect(status["master"] == 0.8)
    let megabytes = Double((48_000 + 16) * 3 * 4) / 1_048_576
    #expect(abs((status["memory_mb"]?.asNumber ?? 0) - megabytes) < 1e-4)
    #expect((status["cpu_average"]?.asNumber ?? 0) > 0)
    #expect((status["cpu_peak"]?.asNumber ?? 0) > 0)
    #expect(status["xruns"] == 42)
    #expect(abs((status["uptime"]?.asNumber ?? 0) - 0.5) < 0.02)
    #expect(status["scheduled"] == 1)
    #expect((status["peak_left"]?.asNumber ?? 0) > 0.02)
    #expect(status["units"]?.asText == rig.build)
  }

  @Test func stemsAreListed() throws {
    let rig = try StemRig()
    try rig.load(.noise(44_100, seed: 1), into: 1, name: "bass")
    try rig.load(.constant(0.25, frames: 88_200), into: 1100, name: "drums")
    rig.send("/play_stem", 1100, 1, 0.5, 1, 0.5)
    rig.render(22_050)
    let replies = rig.ask("/get_stems")
    #expect(replies.count == 3)
    #expect(
      replies.first
        == OSCMessage(
          "/get_stems.reply", 1, "bass", "A", false, .double(0), .double(1), 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0))
    #expect(replies.last == done("/get_stems", 2))
    guard replies.count == 3, replies[1].arguments.count == 13 else { return }
    let playing = replies[1].arguments
    #expect(Array(playing[0..<4]) == [1100, "drums", "B", true])
    #expect(abs((playing[4].asNumber ?? 0) - 1.5) < 0.05)
    #expect(playing[5] == .double(2) && playing[6] == 0.5)
    #expect(abs((playing[7].asNumber ?? 0) - 0.125) < 1e-6 && abs((playing[8].asNumber ?? 0) - 0.125) < 1e-6)
    #expect(abs((playing[9].asNumber ?? 0) - 0.125) < 1e-6 && Array(playing[11...]) == [1.0, 1])
  }

  @Test func theClockCountsFrames() throws {
    let rig = try StemRig(sampleRate: 48_000, pulls: [64])
    rig.render(48_000)
    let reply = rig.ask("/clock")
    #expect(
      reply == [OSCMessage("/clock.reply", .double(1), .double(48_000), .int64(48_000), .double(2), 1, .double(120), 4)]
    )
  }

  /// What other servers answer is not answered.
  @Test(arguments: ["/done", "/fail", "/late", "/get_status.reply", "/clock.reply", "/x.reply"])
  func answersAreNotAnswered(address: String) throws {
    let rig = try StemRig()
    rig.send(OSCMessage(.path(address), ["/play_stem", 1]))
    rig.render(2000)
    #expect(rig.mailbox.all.isEmpty)
  }

  @Test func patternsReachEveryCommandTheyFit() throws {
    let rig = try StemRig()
    try rig.load(.noise(44_100, seed: 1), into: 1)
    rig.send("/play_stem", 1, 1)
    rig.render(1000)
    _ = rig.mailbox.take()
    rig.send("/stem_{volume,fade,fed}", 1, 0.5, 0.1)
    rig.render(1000)
    #expect(
      Set(rig.mailbox.take()) == [done("/stem_fade", 1, 0.5), done("/stem_volume", 1, 0.5)])
    #expect(rig.ask("/{stop,pause}_stem", 1) == [done("/stop_stem", 1)])
    let none = rig.ask("/nothing*")
    #expect(none.count == 1 && none[0].address == "/fail" && none[0].arguments[0] == "/nothing*")
  }

  @Test(arguments: [
    ("/play_stm", "did you mean /play_stem?"), ("/Stop_stem", "did you mean /stop_stem?"),
    ("/crossfade_level", "did you mean /crossfade_levels?"), ("/something/else", "no such command"),
  ])
  func unknownAddresses(address: String, hint: String) throws {
    let rig = try StemRig()
    let replies = rig.ask(address, 1)
    #expect(replies.count == 1)
    #expect(replies.first?.address == "/fail")
    #expect(replies.first?.arguments.first?.asText == address)
    #expect(replies.first?.arguments.last?.asText?.contains(hint) == true)
  }

  @Test func numbersAreNoPaths() throws {
    let rig = try StemRig()
    rig.send(OSCMessage(.number(9), [1]))
    #expect(rig.mailbox.all.first?.address == "/fail")
  }

  @Test func everyCommandSaysWhatItTakes() {
    let specifications = StemCommandTable.specifications
    #expect(Set(specifications.map(\.address)).count == specifications.count)
    for command in specifications {
      #expect(command.address.hasPrefix("/") && !command.summary.isEmpty && !command.reply.isEmpty)
      #expect(command.parameters.allSatisfy { !$0.name.isEmpty && !$0.summary.isEmpty })
    }
    for address in [
      "/load_buffer", "/play_stem", "/play_stem_section", "/stop_stem", "/stem_volume", "/crossfade_levels",
      "/get_status", "/test_tone", "/mixer_cleanup", "/memory_cleanup",
    ] {
      #expect(specifications.contains { $0.address == address })
    }
  }
}
