import OSC
import StemProtocol
import Testing

/// Starts that wait for the grid.
@Suite struct QuantizeTests {
  private static var click: Sound { Sound([[0, 0.1] + [Float](repeating: 0, count: 198)]) }

  private func clicks(_ rig: StemRig) -> [Int] { rig.left.indices.filter { rig.left[$0] != 0 } }

  @Test(arguments: [[512], [1, 700, 64]], [(1.0, 4), (4, 4), (0.5, 3), (0.25, 5)])
  func startsHappenOnTheGrid(pulls: [Int], grid: (quantum: Double, line: Int)) throws {
    let rig = try StemRig(pulls: pulls)
    try rig.load(Self.click, into: 1)
    rig.send("/quantize", .double(grid.quantum))
    // Half a line before: 120 BPM is 22 050 frames a beat.
    let line = Double(grid.line) * grid.quantum * 22_050
    rig.render(to: Int(line - grid.quantum * 11_025))
    rig.send("/play_stem", 1, 1, 1, 0)
    rig.render(to: Int(line) + 5000)
    #expect(clicks(rig) == [Int(line.rounded()) + 1])
    #expect(!rig.mailbox.all.contains { $0.address == "/late" })
  }

  @Test func aStartOnALineIsInTime() throws {
    let rig = try StemRig()
    try rig.load(Self.click, into: 1)
    rig.send("/quantize", 1)
    rig.send(at: 44_100, [OSCMessage("/play_stem", 1, 1, 1, 0)])
    rig.render(100_000)
    #expect(clicks(rig) == [44_101])
  }

  @Test func offStartsAtOnce() throws {
    let rig = try StemRig()
    try rig.load(Self.click, into: 1)
    rig.send(
      at: nil,
      [
        OSCMessage("/quantize", 1), OSCMessage("/quantize", 0), OSCMessage("/play_stem", 1, 1, 1, 0),
      ])
    rig.render(1000)
    #expect(clicks(rig) == [1])
  }

  /// The beat moves while the start waits for it.
  @Test func theGridFollowsTheTempo() throws {
    let rig = try StemRig()
    try rig.load(Self.click, into: 1)
    rig.send("/quantize", 4)
    rig.render(1000)
    rig.send("/play_stem", 1, 1, 1, 0)
    rig.send(at: 22_050, [OSCMessage("/set_tempo", 60, 60)])
    rig.render(180_000)
    #expect(clicks(rig) == [22_050 + 3 * 44_100 + 1])
  }

  @Test func startsOfSeveralClientsMeetOnTheLine() throws {
    let rig = try StemRig()
    for id: Int32 in 1...4 { try rig.load(Self.click, into: id) }
    rig.send("/quantize", 1)
    rig.render(500)
    for id: Int32 in 1...4 {
      rig.send("/play_stem", .int32(id), 1, 1, 0)
      rig.render(1000)
    }
    rig.render(30_000)
    #expect(clicks(rig) == [22_051])
    #expect(abs(Master.sum(rig.left[22_051]) - 0.4) < 1e-5)
  }

  @Test func aStopTakesBackAStartThatWaits() throws {
    let rig = try StemRig()
    try rig.load(Self.click, into: 1)
    _ = rig.mailbox.take()
    rig.send("/quantize", 4)
    rig.render(100)
    rig.send("/play_stem", 1)
    rig.send("/stop_stem", 1)
    rig.render(100_000)
    #expect(rig.left.allSatisfy { $0 == 0 })
    #expect(
      rig.mailbox.all.contains {
        $0.address == "/fail" && $0.arguments.first == "/play_stem" && $0.arguments.last == 1
      })
  }

  @Test func cancelDropsThem() throws {
    let rig = try StemRig()
    try rig.load(Self.click, into: 1)
    rig.send("/quantize", 4)
    rig.render(100)
    rig.send("/play_stem", 1)
    #expect(rig.ask("/cancel").contains(OSCMessage("/done", "/cancel", 1)))
    rig.render(100_000)
    #expect(rig.left.allSatisfy { $0 == 0 })
  }

  /// A stem that is told its volume while it waits starts at it.
  @Test func volumeWhileItWaits() throws {
    let rig = try StemRig()
    try rig.load(.constant(0.5, frames: 50_000), into: 1)
    rig.send("/quantize", 1)
    rig.render(100)
    rig.send("/play_stem", 1, 1, 1)
    rig.send("/stem_volume", 1, 0.5)
    rig.render(40_000)
    #expect(abs(Master.sum(rig.left[39_000]) - 0.25) < 1e-5)
  }

  /// The audio comes long after the line: the start happens on a line, not in between.
  @Test func lateAudioWaitsForALaterLine() throws {
    let rig = try StemRig(loading: .background)
    let path = rig.folder.path("click.wav")
    try Self.click.write(to: path)
    rig.send("/quantize", 1)
    rig.render(100)
    rig.send("/load_buffer", 1, .string(path))
    rig.send("/play_stem", 1, 1, 1, 0)
    let played = rig.render(atMost: 40_000_000) {
      rig.mailbox.all.contains { $0.address == "/done" && $0.arguments.first == "/play_stem" }
    }
    rig.render(1000)
    #expect(played)
    #expect(clicks(rig).count == 1)
    #expect(clicks(rig).allSatisfy { ($0 - 1) % 22_050 == 0 })
  }
}
