import Foundation
import OSC
import StemProtocol
import Testing

/// A file that holds what is no number spoils nothing, and is told of.
@Suite struct SilencedSoundTests {
  @Test func aSpoiltFileIsSilencedAndTold() throws {
    let rig = try StemRig()
    var sound = Sound.constant(0.25, frames: 44_100)
    for frame in 2000..<2100 { sound.channels[0][frame] = frame % 2 == 0 ? .nan : .infinity }
    rig.send("/notify", 1, "faults")
    rig.send("/stem_eq", 7, 0, 50, 50)
    rig.send("/deck_eq", "A", "high", 0)
    let path = try rig.load(sound, into: 7)
    rig.send("/play_stem", 7, 1, 1, 0)
    rig.render(30_000)
    #expect(rig.left.allSatisfy { $0.isFinite })
    #expect(rig.right.allSatisfy { $0.isFinite })
    let told = rig.mailbox.take().filter { $0.address == "/notify/silenced" }
    #expect(told.count == 1)
    #expect(told.first?.arguments.first == .string(path))
    let status = rig.status()
    let silenced = status["silenced"]?.asInteger ?? 0
    #expect(silenced == 100)
  }

  /// Of a file that is read as it plays they are told when they come.
  @Test func aSpoiltFileThatIsStreamedIsTold() throws {
    let rig = try StemRig()
    rig.server.policy.streamedAboveSeconds = 1
    var sound = Sound.constant(0.25, frames: 20 * 44_100)
    for frame in 0..<100 { sound.channels[0][frame + 10 * 44_100] = .nan }
    rig.send("/notify", 1, "faults")
    let path = try rig.load(sound, into: 7)
    rig.send("/play_stem", 7, 1, 1, 1, 9, "seconds")
    rig.render(60_000)
    #expect(rig.left.allSatisfy { $0.isFinite })
    let told = rig.mailbox.take().filter { $0.address == "/notify/silenced" }
    #expect(told.map(\.arguments) == [[.string(path), 100]])
    #expect(rig.status()["silenced"] == 100)
  }

  /// The stem goes on as if those frames had been silent.
  @Test func theRestIsHeard() throws {
    let rig = try StemRig.mixing([])
    var sound = Sound.constant(0.25, frames: 44_100)
    sound.channels[0][2000] = .nan
    try rig.load(sound, into: 7)
    rig.send("/play_stem", 7, 1, 1, 1)
    rig.render(20_000)
    #expect(rig.left.suffix(10_000).allSatisfy { $0 == 0.2 })
  }

  /// Numbers near the largest that there are become infinite behind a volume: the stem's strip silences and tells them.
  @Test func overflowIsSilencedAndTold() throws {
    let rig = try StemRig()
    var sound = Sound.constant(0.25, frames: 44_100)
    for frame in 2000..<2100 { sound.channels[0][frame] = frame % 2 == 0 ? 3e38 : -3e38 }
    rig.send("/notify", 1, "faults")
    rig.send("/stem_eq", 7, 0, 50, 50)
    rig.send("/deck_eq", "A", "high", 0)
    try rig.load(sound, into: 7)
    rig.send("/play_stem", 7, 1, 64, 0)
    rig.render(30_000)
    #expect(rig.left.allSatisfy { $0.isFinite })
    #expect(rig.right.allSatisfy { $0.isFinite })
    let told = rig.mailbox.take().filter { $0.address == "/notify/silenced" }
    #expect(told.map { $0.arguments.first } == ["stem 7"])
    #expect(rig.status()["silenced"] == 100)
  }
}
