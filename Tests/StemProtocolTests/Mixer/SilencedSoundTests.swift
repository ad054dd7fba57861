import Foundation
import OSC
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
}
