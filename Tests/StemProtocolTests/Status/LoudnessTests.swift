import Foundation
import OSC
import StemProtocol
import Testing

/// The master's loudness, against what BS.1770 says of a sine.
@Suite struct LoudnessTests {
  private func ask(_ rig: StemRig, _ arguments: OSCArgument...) -> [Double] {
    rig.server.receive(.message(OSCMessage("/loudness", arguments)), from: rig.mailbox.client)
    rig.render(512)
    return rig.mailbox.take().last { $0.address == "/loudness.reply" }?.arguments.compactMap(\.asNumber) ?? []
  }

  /// A sine of 997 Hz on both sides is as loud as its peak is high.
  @Test func aSineIsAsLoudAsItsPeak() throws {
    let rig = try StemRig(sampleRate: 48_000)
    rig.server.measureLoudness()
    try rig.load(.sine(997, amplitude: 0.1, frames: 480_000, sampleRate: 48_000), into: 1)
    let nothing = -Double.infinity
    let silence: [Double] = [nothing, nothing, nothing, 0, nothing]
    #expect(ask(rig) == silence)
    rig.send("/play_stem", 1, 1, 1)
    rig.render(5 * 48_000)
    let peak = 20 * log10(Double(rig.left.suffix(4800).max() ?? 0))
    let told = ask(rig)
    try #require(told.count == 5)
    for loudness in told.prefix(3) { #expect(abs(loudness - peak) < 0.1, "\(loudness) LUFS for \(peak) dB") }
    #expect(told[3] < 0.2 && abs(told[4] - peak) < 0.1)
    // 20 dB less: what is told of the last seconds follows, the whole does not yet; what is measured anew does.
    rig.send("/stem_volume", 1, 0.1)
    rig.render(4 * 48_000)
    let later = ask(rig, 1)
    #expect(abs(later[0] - (peak - 20)) < 0.2 && abs(later[1] - (peak - 20)) < 0.2 && later[2] > peak - 4)
    rig.render(2 * 48_000)
    let anew = ask(rig)
    #expect(abs(anew[2] - (peak - 20)) < 0.2 && abs(anew[4] - (peak - 20)) < 0.2)
  }

  @Test func subscribersAreToldFourTimesASecond() throws {
    let rig = try StemRig()
    rig.send("/notify", 1, "meters")
    rig.render(2 * 44_100)
    let told = rig.mailbox.take().filter { $0.address == "/notify/loudness" }
    #expect((7...9).contains(told.count) && told.allSatisfy { $0.arguments.count == 5 })
  }
}
