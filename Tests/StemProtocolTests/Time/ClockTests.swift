import OSC
import StemProtocol
import Testing

/// The server's clock in beats.
@Suite struct ClockTests {
  static let pulls = [[512], [1, 700, 64], [4096]]

  private func clock(_ rig: StemRig) -> [Double] {
    let reply = rig.ask("/clock").last
    #expect(reply?.address == "/clock.reply")
    return reply?.arguments.compactMap(\.asNumber) ?? []
  }

  @Test func countsFromTheStart() throws {
    let rig = try StemRig()
    rig.render(44_100 * 5)
    let reply = clock(rig)
    #expect(reply.count == 7)
    let seconds = reply[0]
    #expect(reply[1] == 44_100)
    #expect(reply[2] == (seconds * 44_100).rounded())
    #expect(abs(reply[3] - seconds * 2) < 1e-9)
    #expect(reply[4] == Double(Int(seconds * 2 / 4) + 1))
    #expect(reply[5] == 120)
    #expect(reply[6] == 4)
  }

  /// Three stretches of tempo, each from a frame of its own.
  @Test(arguments: pulls) func beatsAreCountedThroughTempoChanges(pulls: [Int]) throws {
    let rig = try StemRig(pulls: pulls)
    rig.send(at: 10_007, [OSCMessage("/set_tempo", 90)])
    rig.send(at: 50_001, [OSCMessage("/set_tempo", .double(133.7))])
    rig.render(to: 100_000)
    let reply = clock(rig)
    let frames = reply[2]
    let expected = (10_007.0 * 120 + (50_001 - 10_007) * 90 + (frames - 50_001) * 133.7) / 60 / 44_100
    #expect(abs(reply[3] - expected) < 1e-9)
    #expect(reply[5] == 133.7)
  }

  @Test func resetBeginsAnewAtItsFrame() throws {
    let rig = try StemRig(pulls: [333])
    rig.render(100_000)
    rig.send(at: 120_011, [OSCMessage("/reset")])
    rig.render(to: 200_000)
    let reply = clock(rig)
    #expect(reply[2] == Double(rig.frame - 120_011) || reply[2] < Double(rig.frame - 120_011))
    #expect(abs(reply[3] - reply[2] / 22_050) < 1e-9)
    #expect(abs(reply[0] * 44_100 - reply[2]) < 1e-6)
    // A command at a time of the new clock.
    try rig.load(Sound([[0, 0.5] + [Float](repeating: 0, count: 98)]), into: 1)
    rig.send("/at", 3, "/play_stem", 1, 1, 1, 0)
    rig.render(to: 120_011 + 44_100 * 3 + 5000)
    #expect(rig.left.indices.filter { rig.left[$0] != 0 } == [120_011 + 44_100 * 3 + 1])
  }

  @Test func meterChangesKeepTheBarThatRuns() throws {
    let rig = try StemRig()
    rig.render(22_050 * 9 + 1000)
    #expect(clock(rig)[4] == 3)
    #expect(rig.ask("/set_meter", 3) == [OSCMessage("/done", "/set_meter", 3)])
    rig.render(to: 22_050 * 11 - 2000)
    #expect(clock(rig)[4] == 3)
    rig.render(to: 22_050 * 11 + 2000)
    let reply = clock(rig)
    #expect(reply[4] == 4)
    #expect(reply[6] == 3)
  }

  @Test func commandsAnswer() throws {
    let rig = try StemRig()
    #expect(rig.ask("/set_tempo", 140) == [OSCMessage("/done", "/set_tempo", .float32(140), .float32(120))])
    #expect(rig.ask("/set_tempo", 140, 140) == [OSCMessage("/done", "/set_tempo", .float32(140), .float32(140))])
    #expect(rig.ask("/set_meter") == [OSCMessage("/done", "/set_meter", 4)])
    #expect(rig.ask("/print_clock", 1) == [OSCMessage("/done", "/print_clock", 1)])
    #expect(rig.ask("/print_clock", 0) == [OSCMessage("/done", "/print_clock", 0)])
    #expect(rig.ask("/quantize", 4) == [OSCMessage("/done", "/quantize", .float32(4))])
    #expect(rig.ask("/quantize", 0) == [OSCMessage("/done", "/quantize", .float32(0))])
    #expect(rig.ask("/reset") == [OSCMessage("/done", "/reset")])
  }

  @Test(arguments: [
    ("/set_tempo", [OSCArgument.int32(0)], "bpm must be 1 to 999, got 0"),
    ("/set_tempo", [.float32(.nan)], "bpm must be a finite number, got NaN"),
    ("/set_tempo", [], "bpm is missing: the clock's tempo"),
    ("/set_tempo", [.int32(120), .int32(-1)], "base must be 1 to 999, got -1"),
    ("/set_meter", [.int32(0)], "beats must be 1 to 256, got 0"),
    ("/quantize", [.int32(-1)], "beats must be 0 to 1024, got -1"),
    ("/quantize", [.float32(0.001)], "beats must be 0 (off) or at least 1/64 (0.015625), got 0.0010000000474974513"),
    ("/quantize", [], "beats is missing: from line to line of the grid; 0 is off"),
  ]) func mistakesAreToldAndChangeNothing(address: String, arguments: [OSCArgument], reason: String) throws {
    let rig = try StemRig()
    rig.send(OSCMessage(.path(address), arguments))
    #expect(rig.mailbox.take() == [OSCMessage("/fail", .string(address), .string(reason))])
    rig.render(1024)
    #expect(clock(rig)[5] == 120)
    #expect(clock(rig)[6] == 4)
  }
}
