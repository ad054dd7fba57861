import OSC
import StemProtocol
import TestRandomness
import Testing

/// Ten thousand random and mutated packets, then a normal session: nothing is broken, nothing is left behind.
@Suite struct RandomPacketTests {
  private static func randomArgument(_ random: inout SplitMix, depth: Int = 0) -> OSCArgument {
    switch Int.random(in: 0..<16, using: &random) {
    case 0...3: .int32([0, 1, 2, 100, 1100, -1, .max, .min].randomElement(using: &random) ?? 0)
    case 4...5: .float32([0, 0.5, 1, -1, 0.979, .nan, .infinity, 1e30, -0.0].randomElement(using: &random) ?? 0)
    case 6: .double([0, 0.01, 1, .nan, 1e300, -1e-300].randomElement(using: &random) ?? 0)
    case 7: .int64([0, 1, .max, .min].randomElement(using: &random) ?? 0)
    case 8:
      .string(
        ["", "1", "nan", "/play_stem", "/nowhere/x.wav", "linear", "é\u{0}x"].randomElement(using: &random) ?? "")
    case 9: .symbol("0.5")
    case 10: .bool(.random(using: &random))
    case 11: .null
    case 12: .timeTag(OSCTimeTag(rawValue: random.next()))
    case 13: .blob((0..<Int.random(in: 0...9, using: &random)).map { UInt8(truncatingIfNeeded: $0) })
    case 14: .impulse
    default:
      depth > 2 ? .array([]) : .array((0..<2).map { _ in randomArgument(&random, depth: depth + 1) })
    }
  }

  private static func randomPacket(_ random: inout SplitMix, now: OSCTimeTag, depth: Int = 0) -> OSCPacket {
    if depth < 3, Int.random(in: 0..<6, using: &random) == 0 {
      let tags = [
        .immediately, OSCTimeTag(rawValue: 0), OSCTimeTag(rawValue: random.next()),
        now.advanced(bySeconds: Double.random(in: -0.1...0.3, using: &random)),
      ]
      let elements = (0..<Int.random(in: 0...4, using: &random)).map { _ in
        randomPacket(&random, now: now, depth: depth + 1)
      }
      return .bundle(OSCBundle(timeTag: tags.randomElement(using: &random) ?? .immediately, elements: elements))
    }
    var addresses = StemCommandTable.specifications.map(\.address)
    addresses += ["/done", "/*", "/stem_*", "/{a,b", "//", "/play_stm", "/at/at"]
    let address = addresses.randomElement(using: &random) ?? "/"
    let arguments = (0..<Int.random(in: 0...7, using: &random)).map { _ in randomArgument(&random) }
    return .message(OSCMessage(.path(address), arguments))
  }

  private static func mutate(_ bytes: [UInt8], _ random: inout SplitMix) -> [UInt8] {
    var bytes = bytes
    for _ in 0..<Int.random(in: 1...6, using: &random) where !bytes.isEmpty {
      let place = Int.random(in: 0..<bytes.count, using: &random)
      switch Int.random(in: 0..<4, using: &random) {
      case 0: bytes[place] = UInt8.random(in: 0...255, using: &random)
      case 1: bytes.remove(at: place)
      case 2: bytes.insert(UInt8.random(in: 0...255, using: &random), at: place)
      default: bytes[place] ^= 1 << UInt8.random(in: 0..<8, using: &random)
      }
    }
    return bytes
  }

  @Test(arguments: [StemLoader.Mode.inline, .background]) func thenANormalSession(loading: StemLoader.Mode) throws {
    let rig = try StemRig(loading: loading, pulls: [64, 128, 37])
    rig.server.recordingFolder = rig.folder.path
    rig.render(512)
    let groups = rig.groupCount
    var random = SplitMix(seed: 81)
    let path = rig.folder.path("some.wav")
    try Sound.noise(3000, seed: 82).write(to: path)
    var decoded = 0
    for index in 0..<10_000 {
      let now = rig.timeTag(ofFrame: rig.frame)
      let packet = Self.randomPacket(&random, now: now)
      var bytes = packet.encoded()
      if Bool.random(using: &random) { bytes = Self.mutate(bytes, &random) }
      do throws(OSCDecodingError) {
        rig.server.receive(try OSCPacket(decoding: bytes), from: rig.mailbox.client)
        decoded += 1
      } catch {
        rig.server.receive(malformed: "\(error)", from: rig.mailbox.client)
      }
      if index % 40 == 0 { rig.send("/load_buffer", .int32([0, 1, 2, 100, 1100][index / 40 % 5]), .string(path)) }
      if index % 10 == 0 { rig.render(100) }
    }
    #expect(decoded > 5000)
    #expect(rig.left.allSatisfy { $0.isFinite })

    rig.send("/cancel")
    #expect(rig.render(atMost: 10_000_000) { !rig.isLoading })
    rig.send("/mixer_cleanup")
    rig.send("/crossfade_levels", 1, 1)
    rig.send("/ramp_stop")
    for deck in ["A", "B"] {
      rig.send("/deck_eq_all", .string(deck), 50, 50, 50)
      rig.send("/deck_knob", .string(deck), 0)
      rig.send("/deck_keylock", .string(deck), 0)
      rig.send("/crossfader_assign", .string(deck), "thru")
    }
    for id: Int32 in [0, 1, 2, 100, 1100, .max] {
      rig.send("/stem_solo", .int32(id), 0)
      rig.send("/stem_mute", .int32(id), 0)
      rig.send("/stem_eq", .int32(id), 50, 50, 50)
      rig.send("/stem_pan", .int32(id), 0)
      rig.send("/stem_keylock", .int32(id), 0)
      rig.send("/stem_pitch", .int32(id), 0)
    }
    rig.send("/limiter", "soft")
    rig.send("/set_tempo", 120, 120)
    rig.send("/quantize", 0)
    // The longest tone and the longest fade that may still run.
    #expect(rig.render(atMost: 10_000_000) { rig.synthCount == StemRig.mixerSynths })
    rig.send("/mixer_cleanup")
    rig.render(6000)
    _ = rig.mailbox.take()
    let status = rig.status()
    #expect(status["buffers"] == 0 && status["playing"] == 0 && status["scheduled"] == 0)
    #expect(status["memory_mb"] == 0.0)
    #expect(rig.synthCount == StemRig.mixerSynths && rig.groupCount == groups)
    #expect(rig.ask("/get_stems") == [OSCMessage("/done", "/get_stems", 0)])

    let sound = Sound.noise(5000, seed: 83)
    try rig.load(sound, into: 1)
    #expect(rig.render(atMost: 10_000_000) { !rig.isLoading })
    let start = rig.frame + 400
    rig.send(at: start, [OSCMessage("/play_stem", 1, 1, 0.7)])
    rig.render(7000)
    let expected = (0..<6000).map { Master.output(Double(Float(0.7)) * Double(sound.left[$0 % 5000])) }
    #expect(rig.left[start - 300..<start].allSatisfy { $0 == 0 })
    #expect(Measure.residual(rig.left[start..<start + 6000], expected) < -110)
  }
}
