import OSC
import RealTime
import StemProtocol
import Testing

/// Pitch and length are right to 0.01 % at any rate of the stem and of its file.
@Suite struct PitchAndLengthTests {
  static let fileRates = [44_100.0, 48_000, 96_000, 22_050, 8_000]
  static let rates: [Float] = [1, 0.979, 1.5, -1, 8]

  @Test(arguments: fileRates, rates) func pitch(fileRate: Double, rate: Float) throws {
    let rig = try StemRig()
    let hertz = 310.7
    // Two seconds of sound at this rate, with a little over.
    let frames = Int(fileRate * 2.1 * Double(abs(rate)))
    try rig.load(.sine(hertz, frames: frames, sampleRate: fileRate), into: 1)
    rig.send("/play_stem", 1, .float32(rate), 0.5)
    rig.render(88_200)
    let measured = Measure.pitch(rig.left[1000..<88_200]) * 44_100
    let expected = hertz * Double(abs(rate))
    #expect(abs(measured / expected - 1) < 1e-4, "\(measured) Hz, not \(expected)")
  }

  @Test(arguments: fileRates, rates) func length(fileRate: Double, rate: Float) throws {
    let rig = try StemRig()
    let frames = Int(fileRate * 3 * Double(abs(rate)))
    try rig.load(.constant(0.5, frames: frames, sampleRate: fileRate), into: 1)
    rig.send("/play_stem", 1, .float32(rate), 1, 0)
    let expected = Double(frames) / fileRate / Double(abs(rate)) * 44_100
    rig.render(Int(expected) + 2000)
    let full = Float(Master.output(0.5)) - 2e-6
    // The frame after the last one holds its level, to fade from there.
    let length = Double((rig.left.lastIndex { $0 >= full } ?? 0))
    #expect(abs(length - expected) <= max(1, expected * 1e-4), "\(length) frames, not \(expected)")
    #expect(rig.left.last == 0)
    #expect(rig.status()["playing"] == 0)
  }

  /// Between the samples: the cubic through four neighbours, computed in Double at the exact positions.
  @Test(arguments: [0.979, 1.5, 0.25, 3.7, -0.6] as [Float], [1, 2]) func interpolation(rate: Float, channels: Int)
    throws
  {
    let rig = try StemRig()
    rig.server.interpolation = .cubic
    let sound = Sound.noise(3001, channels: channels, seed: 11)
    try rig.load(sound, into: 1)
    rig.send("/play_stem", 1, .float32(rate), 1)
    rig.render(20_000)
    let step = (Double(rate) * 4_294_967_296).rounded() / 4_294_967_296
    let first = rate < 0 ? 3000.0 : 0
    func expected(_ samples: [Float]) -> [Double] {
      (0..<20_000).map { frame in
        let at = first + step * Double(frame)
        // Before it has gone around once, nothing lies before the first frame.
        let isFirstRound = at < 3000 && rate > 0
        return Master.output(
          Measure.cubic(at) { index in
            isFirstRound && index < 0 ? Double(samples[0]) : Double(samples[((index % 3001) + 3001) % 3001])
          })
      }
    }
    #expect(Measure.residual(rig.left[0..<20_000], expected(sound.left)) < -110)
    #expect(Measure.residual(rig.right[0..<20_000], expected(sound.right)) < -110)
  }
}
