import OSC
import Testing

/// What careless clients send is taken as they mean it; the rest is refused, and nothing changes.
@Suite struct ArgumentTests {
  private func rigWithStem() throws -> (StemRig, Sound) {
    let rig = try StemRig()
    let sound = Sound.noise(3000, seed: 51)
    try rig.load(sound, into: 1)
    rig.render(64)
    _ = rig.mailbox.take()
    return (rig, sound)
  }

  private func expectSound(
    _ rig: StemRig, _ sound: Sound, gain: Double, from start: Int, count: Int = 2500, skipping: Int = 0
  ) {
    let expected = (0..<count).map { Master.output(gain * Double(sound.left[skipping + $0])) }
    #expect(Measure.residual(rig.left[start..<start + count], expected) < -110)
  }

  static let ids: [OSCArgument] = [
    1, 1.0, .double(1), .int64(1), .true, "1", " 1 ", "1.0", .symbol("1"), 1.9, "1e0",
  ]

  @Test(arguments: ids) func integersComeInManyTypes(id: OSCArgument) throws {
    let (rig, sound) = try rigWithStem()
    rig.send("/play_stem", id, 1, 0.5)
    rig.render(3000)
    #expect(rig.mailbox.all == [OSCMessage("/done", "/play_stem", 1)])
    expectSound(rig, sound, gain: 0.5, from: 64)
  }

  static let halves: [OSCArgument] = [0.5, .double(0.5), "0.5", ".5", " 5e-1", .symbol("0.5")]

  @Test(arguments: halves) func numbersComeInManyTypes(volume: OSCArgument) throws {
    let (rig, sound) = try rigWithStem()
    rig.send("/play_stem", 1, .int64(1), volume)
    rig.render(3000)
    expectSound(rig, sound, gain: 0.5, from: 64)
  }

  /// Rate 1, volume 0.8, looped, from the beginning.
  @Test(
    arguments: [
      [1], [1, 1], [1, 1, 0.8], [1, 1, 0.8, 1], [1, 1, 0.8, 1, 0], [1, 1, 0.8, 1, 0, .array([])], [1, .array([])],
      [1, .null, .null, .null, .null], [1, 1, 0.8, .true, .false, "more", .blob([1, 2])],
    ] as [[OSCArgument]])
  func whatIsMissingTakesItsDefault(arguments: [OSCArgument]) throws {
    let (rig, sound) = try rigWithStem()
    rig.send(OSCMessage("/play_stem", arguments))
    rig.render(5500)
    expectSound(rig, sound, gain: 0.8, from: 64)
    expectSound(rig, sound, gain: 0.8, from: 3064, count: 2000)
  }

  @Test func sectionsHaveDefaultsToo() throws {
    let (rig, sound) = try rigWithStem()
    // No loop, from the beginning; only the duration has no default.
    #expect(rig.ask("/play_stem_section", 1).first?.address == "/fail")
    rig.send("/play_stem_section", 1, 1, .null, .null, .null, .double(2000.0 / 44_100))
    let start = (rig.frame + 63) / 64 * 64
    rig.render(6000)
    expectSound(rig, sound, gain: 0.8, from: start, count: 2000)
    #expect(rig.left[(start + 2500)...].allSatisfy { $0 == 0 })
  }

  struct Refusal: Sendable, CustomTestStringConvertible {
    var message: OSCMessage
    /// A part of the reason.
    var reason: String
    var testDescription: String { "\(message)" }

    init(_ address: OSCAddress, _ arguments: OSCArgument..., reason: String) {
      message = OSCMessage(address, arguments)
      self.reason = reason
    }
  }

  static let refusals = [
    Refusal("/play_stem", 2, 1, reason: "buffer 2 holds nothing"),
    Refusal("/play_stem", reason: "id is missing"),
    Refusal("/play_stem", "one", 1, reason: "id must be a whole number"),
    Refusal("/play_stem", -1, 1, reason: "id must be 0 to 2147483647, got -1"),
    Refusal("/play_stem", .int64(1 << 40), 1, reason: "id must be"),
    Refusal("/play_stem", .float32(.nan), 1, reason: "id must be a whole number, got NaN"),
    Refusal("/play_stem", .double(1e300), 1, reason: "id must be"),
    Refusal("/play_stem", .blob([0, 0, 0, 1]), 1, reason: "id must be"),
    Refusal("/play_stem", 1, .float32(.nan), reason: "rate must be a finite number, got NaN"),
    Refusal("/play_stem", 1, .float32(.infinity), reason: "rate must be a finite number"),
    Refusal("/play_stem", 1, .double(-.infinity), reason: "rate must be a finite number"),
    Refusal("/play_stem", 1, "nan", reason: "rate must be a finite number"),
    Refusal("/play_stem", 1, "fast", reason: "rate must be a finite number"),
    Refusal("/play_stem", 1, 257, reason: "rate must be -256 to 256, got 257"),
    Refusal("/play_stem", 1, 1, -0.1, reason: "volume must be 0 to 64"),
    Refusal("/play_stem", 1, 1, .float32(.nan), reason: "volume must be"),
    Refusal("/play_stem", 1, 1, 1, 1, 1.5, reason: "start must be 0 to 1, got 1.5"),
    Refusal("/play_stem", 1, 1, 1, "maybe", reason: "loop must be 0 or 1"),
    Refusal("/play_stem_section", 1, 1, 1, 0, 0, 0, reason: "duration must be more than 0"),
    Refusal("/play_stem_section", 1, 1, 1, 0, 0, -1, reason: "duration must be"),
    Refusal("/play_stem_section", 1, 1, 1, 0, 0, .double(.nan), reason: "duration must be"),
    Refusal("/stem_volume", 1, reason: "volume is missing"),
    Refusal("/stem_volume", 1, .float32(.nan), reason: "volume must be a finite number, got NaN"),
    Refusal("/stem_volume", 1, 65, reason: "volume must be 0 to 64, got 65"),
    Refusal("/stem_volume", 7, 1, reason: "buffer 7 holds nothing"),
    Refusal("/stem_fade", 1, 0, -1, reason: "seconds must be"),
    Refusal("/stem_fade", 1, 0, 1, "cubic", reason: "curve must be one of linear, constant-power"),
    Refusal("/stop_stem", 7, reason: "buffer 7 holds nothing"),
    Refusal("/stop_stem", 1, .float32(.infinity), reason: "fade must be"),
    Refusal("/crossfade_levels", 1, reason: "deck_b is missing"),
    Refusal("/crossfade_levels", 0, .float32(.nan), reason: "deck_b must be a finite number"),
    Refusal("/free_buffer", 7, reason: "buffer 7 holds nothing"),
    Refusal("/test_tone", 0, reason: "frequency must be"),
    Refusal("/test_tone", 22_050, reason: "below half the sample rate"),
    Refusal("/test_tone", .float32(.nan), reason: "frequency must be"),
    Refusal("/load_buffer", 1, reason: "path is missing"),
    Refusal("/load_buffer", 1, "", reason: "path is empty"),
    Refusal("/load_buffer", 1, 5, reason: "path must be a string"),
    Refusal("/load_buffer", 1, "/nowhere/at all.wav", reason: "/nowhere/at all.wav"),
    Refusal("/load_buffer", 1, "/", reason: "/"),
    Refusal("/load_buffer", -5, "/nowhere.wav", reason: "id must be"),
    Refusal("/at", .double(.nan), "/stop_stem", 1, reason: "seconds must be"),
    Refusal("/at", -1, "/stop_stem", 1, reason: "seconds must be"),
    Refusal("/at", 1, "stop_stem", 1, reason: "address must begin with /"),
    Refusal("/at", 1, reason: "address is missing"),
    Refusal("/at", 1, "/at", 1, "/stop_stem", 1, reason: "cannot be put off"),
    Refusal("/sync", .double(1e12), reason: "id must be"),
  ]

  @Test(arguments: refusals) func refusedWithAReasonAndNothingChanged(refusal: Refusal) throws {
    let (rig, sound) = try rigWithStem()
    rig.send("/play_stem", 1, 1, 0.5)
    rig.render(1000)
    _ = rig.mailbox.take()
    rig.send(refusal.message)
    rig.render(2000)
    let replies = rig.mailbox.take()
    #expect(replies.count == 1)
    #expect(replies.first?.address == "/fail")
    #expect(replies.first?.arguments.first?.asText == "\(refusal.message.address)")
    let reason = replies.first?.arguments.dropFirst().first?.asText ?? ""
    #expect(reason.contains(refusal.reason), "\(reason)")
    expectSound(rig, sound, gain: 0.5, from: 64)
    let status = rig.status()
    #expect(status["buffers"] == 1 && status["playing"] == 1 && status["scheduled"] == 0)
    #expect(status["deck_a"] == 1.0 && status["deck_b"] == 1.0)
  }

  /// The id comes back where there is one.
  @Test func refusalsNameTheirStem() throws {
    let (rig, _) = try rigWithStem()
    #expect(rig.ask("/play_stem", 5, 1).first?.arguments.last == 5)
    #expect(rig.ask("/play_stem", 1, .float32(.nan)).first?.arguments.last == 1)
    #expect(rig.ask("/load_buffer", 9, "/nowhere.wav").first?.arguments.last == 9)
  }
}
