import Foundation
import SoundFiles
import TestRandomness
import Testing

/// A plan's stems that need time-stretching have the plan's tempo and their own pitch.
@Suite("Plans with key-lock", .timeLimit(.minutes(2)))
struct PlanKeyLockTests {
  private static let base = 140.0

  /// A click on every beat.
  private func clicks(bpm: Double, seconds: Double, seed: UInt64) -> TestSound {
    var random = SplitMix(seed: seed)
    var samples = [Float](repeating: 0, count: Int(seconds * 44_100))
    let click = (0..<500).map { frame in
      frame == 0 ? Float(0.4) : Float.random(in: -0.5...0.5, using: &random) * Float(exp(-Double(frame) / 90))
    }
    for beat in 0..<Int(seconds * bpm / 60) {
      let start = Int((Double(beat) * 60 / bpm * 44_100).rounded())
      for (frame, sample) in click.enumerated() where start + frame < samples.count { samples[start + frame] = sample }
    }
    return TestSound(channels: [samples, samples], sampleRate: 44_100)
  }

  @Test(arguments: ["r3", "r2"]) func tempoOfThePlanPitchOfTheStem(engine: String) async throws {
    let folder = try TestFolder()
    for (name, sound) in [
      ("fast.wav", clicks(bpm: 150, seconds: 12, seed: 1)), ("slow.wav", clicks(bpm: 128, seconds: 12, seed: 2)),
      ("tone.wav", TestSound.sine(441, frames: 12 * 44_100)),
    ] { try sound.write(to: folder.path(name)) }
    func section(_ file: String, _ bpm: Double) -> String {
      """
      { "type": "verse", "duration": 8, "stems": { "drums": {
        "file": "\(file)", "bpm": \(bpm), "pitch_shift": \(Self.base / bpm), "needs_timestretch": true } } }
      """
    }
    let plan = """
      { "theme": "test", "base_bpm": \(Self.base), "sections": {
        "00_fast": \(section("fast.wav", 150)), "01_slow": \(section("slow.wav", 128)),
        "02_tone": \(section("tone.wav", 150)) } }
      """
    try plan.write(toFile: folder.path("plan.json"), atomically: true, encoding: .utf8)
    let output = folder.path("mix.wav")
    let run = try await RunningSyrinx.run(
      "render", folder.path("plan.json"), output, "--encoding", "float32", "--keylock-engine", engine)
    #expect(run.code == 0, "\(run.errors)")
    let mix = try TestSound.read(output).channels[0]
    let bound = engine == "r3" ? 44.1 : 8 * 44.1
    for (index, start) in [0, 8 * 44_100].enumerated() {
      for beat in 1..<17 {
        let expected = start + Int((Double(beat) * 60 / Self.base * 44_100).rounded())
        let range = expected - 1500..<expected + 1500
        let loudest = mix[range].reduce(0) { max($0, abs($1)) }
        let onset = try #require(range.first { abs(mix[$0]) > loudest / 3 })
        #expect(loudest > 0.02 && abs(Double(onset - expected)) < bound, "section \(index), beat \(beat)")
      }
    }
    let tone = mix[(17 * 44_100)..<(23 * 44_100)]
    let crossings = tone.indices.dropLast().filter { tone[$0] < 0 && tone[$0 + 1] >= 0 }
      .map { Double($0) + Double(tone[$0] / (tone[$0] - tone[$0 + 1])) }
    let (first, last) = (try #require(crossings.first), try #require(crossings.last))
    let hertz = Double(crossings.count - 1) / (last - first) * 44_100
    #expect(abs(1200 * log2(hertz / 441)) < 1, "\(hertz) Hz")
  }
}
