import Foundation
import Testing

@Suite struct InstrumentDrumTests {
  private func hit(_ name: String, _ settings: [String: Float] = [:], seconds: Double = 1) throws -> [Float] {
    let studio = try InstrumentStudio()
    try studio.play(name, settings)
    return studio.record(seconds: seconds).left
  }

  /// Seconds after which the level has fallen by 30 dB from its highest, in windows of 5 ms, times two.
  private func fallBy60(_ sound: [Float]) -> Double {
    let levels = stride(from: 0, to: sound.count - 240, by: 240).map { start in
      sound[start..<start + 240].reduce(0) { $0 + Double($1) * Double($1) }
    }
    guard let highest = levels.indices.max(by: { levels[$0] < levels[$1] }) else { return 0 }
    let fallen = levels[highest...].firstIndex { $0 < levels[highest] * 0.001 } ?? levels.count
    return Double(fallen - highest) * 0.005 * 2
  }

  @Test func kickDropsToItsPitch() throws {
    let sound = try hit("KickDrum", ["frequency": 50, "decay": 1.2])
    let body = InstrumentSpectrum(sound[7200..<7200 + 16_384], sampleRate: 48_000)
    #expect(abs(body.peak(30..<90) - 50) < 1.5)
    let whole = InstrumentSpectrum(sound.prefix(32_768), sampleRate: 48_000)
    #expect(InstrumentSpectrum.decibels(whole.power(250..<24_000) / whole.total) < -12)
    let onset = InstrumentSpectrum(sound.prefix(512), sampleRate: 48_000)
    #expect(onset.power(90..<3000) > onset.power(0..<90) * 0.1)
  }

  @Test func snareHasSkinAndRattle() throws {
    let spectrum = InstrumentSpectrum(try hit("SnareDrum", ["frequency": 185]).prefix(8192), sampleRate: 48_000)
    #expect(spectrum.power(150..<450) / spectrum.total > 0.15)
    #expect(spectrum.power(1500..<10_000) / spectrum.total > 0.15)
    #expect(InstrumentSpectrum.decibels(spectrum.power(0..<100) / spectrum.total) < -15)
  }

  @Test func hatsLieHigh() throws {
    let spectrum = InstrumentSpectrum(try hit("HiHat").prefix(8192), sampleRate: 48_000)
    #expect(spectrum.power(5000..<24_000) / spectrum.total > 0.95)
  }

  @Test(arguments: [Float(0.3), 0.8, 2])
  func decaysInTheTimeItIsTold(_ decay: Float) throws {
    let hat = fallBy60(try hit("HiHat", ["decay": decay], seconds: Double(decay) * 1.5))
    #expect(abs(hat / Double(decay) - 1) < 0.2)
    let kick = fallBy60(try hit("KickDrum", ["decay": decay, "frequency": 400], seconds: Double(decay) * 1.5))
    #expect(abs(kick / Double(decay) - 1) < 0.2)
  }

  @Test func hitsDifferBySeedAndAreTheSameBySeed() throws {
    #expect(try hit("SnareDrum", ["seed": 5]) == hit("SnareDrum", ["seed": 5]))
    #expect(try hit("SnareDrum", ["seed": 5]) != hit("SnareDrum", ["seed": 6]))
  }

  @Test func riserRisesInPitchAndLoudnessAndBreaksOff() throws {
    let sound = try hit("Riser", ["length": 1, "low": 300, "high": 6000], seconds: 1.2)
    let early = InstrumentSpectrum(sound[12_000..<16_096], sampleRate: 48_000)
    let late = InstrumentSpectrum(sound[43_000..<47_096], sampleRate: 48_000)
    #expect(late.total > early.total * 10)
    #expect(early.power(300..<1500) > early.total / 2)
    #expect(late.power(3000..<12_000) > late.total / 2)
    #expect(sound[50_000...].allSatisfy { $0 == 0 })
  }
}
