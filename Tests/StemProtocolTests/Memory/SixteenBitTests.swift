import Foundation
import OSC
import SoundFiles
import StemProtocol
import Testing

/// Files of 16 bits take half the memory, and sound as floats do.
@Suite struct SixteenBitTests {
  struct Case: Sendable, CustomTestStringConvertible {
    var format: SoundFileFormat
    var channels: Int
    var bits: Int
    var testDescription: String { "\(format.container) \(format.encoding), \(channels) channels" }
  }

  static let cases = [
    Case(format: .wavPCM16, channels: 1, bits: 16), Case(format: .wavPCM16, channels: 2, bits: 16),
    Case(format: .aiffPCM16, channels: 2, bits: 16), Case(format: .flac16, channels: 2, bits: 16),
    Case(format: SoundFileFormat(.caf, .alac16), channels: 2, bits: 16),
    Case(format: SoundFileFormat(.rf64, .pcm16), channels: 2, bits: 16),
    // More than two channels are folded down, which is not exact in 16 bits.
    Case(format: .wavPCM16, channels: 6, bits: 32), Case(format: .wavPCM24, channels: 2, bits: 32),
    Case(format: .flac24, channels: 2, bits: 32), Case(format: .wavFloat32, channels: 1, bits: 32),
  ]

  @Test(arguments: cases) func soundsTheSame(of one: Case) throws {
    let folder = TemporaryFolder()
    // Of 16 bits, so that every format holds the same.
    var sound = Sound.noise(30_000, channels: one.channels, seed: 81)
    for channel in sound.channels.indices {
      sound.channels[channel] = sound.channels[channel].map { ($0 * 32_768).rounded() / 32_768 }
    }
    sound.channels[0][5000] = -1
    sound.channels[0][5001] = 32_767 / 32_768
    let path = folder.path("sound.\(one.format.container)")
    try sound.write(to: path, format: one.format)
    let floatPath = folder.path("float.wav")
    try sound.write(to: floatPath)
    let rigs = try [StemRig(), StemRig()]
    for (rig, path) in zip(rigs, [path, floatPath]) {
      rig.send("/load_buffer", 1, .string(path))
      for rate: Float in [1, 0.71, -1.3] {
        rig.send("/play_stem", 1, .float32(rate), 1)
        rig.render(40_000)
      }
    }
    #expect(rigs[0].left == rigs[1].left && rigs[0].right == rigs[1].right)
    let reply = rigs[0].ask("/get_buffers")[0].arguments
    #expect(reply[9].asInteger == one.bits)
    let bytes = Double(30_016 * min(2, one.channels) * one.bits / 8)
    #expect(abs((reply[6].asNumber ?? 0) - bytes / 1_048_576) < 0.001)
  }
}
