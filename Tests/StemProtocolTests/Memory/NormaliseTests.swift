import Foundation
import OSC
import SoundFiles
import StemProtocol
import Testing

/// Stems brought to the same loudness, against the standard's own reference: a 1 kHz sine of −23 dBFS on both sides is
/// −23 LUFS (EBU Tech 3341).
@Suite struct NormaliseTests {
  private func tone(_ decibels: Double, seconds: Double = 5, channels: Int = 2) -> Sound {
    Sound.sine(1000, amplitude: pow(10, decibels / 20), frames: Int(seconds * 44_100), channels: channels)
  }

  /// The level of what is on the decks.
  private func decibels(_ rig: StemRig, last frames: Int) -> Double {
    let power = rig.left.suffix(frames).reduce(0.0) { $0 + pow(Master.sum($1), 2) } / Double(frames)
    return 10 * log10(2 * power)
  }

  struct Case: Sendable {
    var level: Double
    var channels: Int
    var format: SoundFileFormat
    var streams = false
  }

  static let cases = [
    Case(level: -23, channels: 2, format: .wavFloat32), Case(level: -30, channels: 2, format: .wavPCM16),
    Case(level: -17.3, channels: 1, format: .flac16), Case(level: -30, channels: 2, format: .wavPCM16, streams: true),
  ]

  @Test(arguments: cases, [StemLoader.Mode.inline, .background])
  func stemsSoundAsLoudAsAsked(one: Case, loading: StemLoader.Mode) throws {
    let rig = try StemRig(loading: loading)
    rig.server.policy.loudness = -20
    rig.server.policy.streamedAboveSeconds = one.streams ? 1 : 600
    let path = rig.folder.path("tone.\(one.format.container)")
    try tone(one.level, channels: one.channels).write(to: path, format: one.format)
    // Sent at once: it waits until the loudness is known.
    rig.send("/load_buffer", 1, .string(path))
    rig.send("/play_stem", 1, 1, 1)
    #expect(rig.render(atMost: 100_000_000) { rig.mailbox.all.count >= 2 })
    let loaded = try #require(rig.mailbox.take().first { $0.arguments.first == "/load_buffer" })
    #expect(abs((loaded.arguments[6].asNumber ?? 0) - one.level) < 0.1)
    for _ in 0..<25 {
      rig.render(2048)
      while rig.server.isStreaming { rig.server.poll() }
    }
    #expect(abs(decibels(rig, last: 22_050) + 20) < 0.1)
    let answer = rig.ask("/stem_loudness", 1).first { $0.address == "/stem_loudness.reply" }
    #expect(abs((answer?.arguments[1].asNumber ?? 0) - one.level) < 0.1)
    #expect(abs((answer?.arguments[2].asNumber ?? 0) - (-20 - one.level)) < 0.1)
  }

  /// Without being asked stems sound as they are, and a streamed file is measured when somebody wants to know.
  @Test(arguments: [false, true]) func measuredButNotChanged(streams: Bool) throws {
    let rig = try StemRig(loading: .background)
    rig.server.policy.streamedAboveSeconds = streams ? 1 : 600
    let path = rig.folder.path("tone.wav")
    try tone(-26).write(to: path)
    rig.send("/load_buffer", 1, .string(path))
    #expect(rig.render(atMost: 100_000_000) { !rig.mailbox.all.isEmpty })
    #expect(rig.mailbox.take().first?.arguments.count == (streams ? 6 : 7))
    rig.send("/stem_loudness", 1)
    #expect(rig.render(atMost: 100_000_000) { !rig.mailbox.all.isEmpty })
    let answer = try #require(rig.mailbox.take().first)
    #expect(abs((answer.arguments[1].asNumber ?? 0) + 26) < 0.1 && answer.arguments[2] == 0.0)
    rig.send("/play_stem", 1, 1, 1)
    rig.render(20_000)
    #expect(abs(decibels(rig, last: 10_000) + 26) < 0.1)
  }

  /// A quiet stem is raised by 24 dB at most, and silence stays as it is.
  @Test func quietStems() throws {
    let rig = try StemRig()
    rig.server.policy.loudness = -14
    try rig.load(tone(-50), into: 1)
    try rig.load(.constant(0, frames: 44_100), into: 2)
    rig.render(128)
    #expect(rig.mailbox.take().allSatisfy { $0.address == "/done" })
    #expect(rig.ask("/stem_loudness", 1).first?.arguments[2].asNumber.map { abs($0 - 24) < 0.01 } == true)
    #expect(rig.ask("/stem_loudness", 2).first?.arguments == [2, .float32(-.infinity), 0.0])
  }
}
