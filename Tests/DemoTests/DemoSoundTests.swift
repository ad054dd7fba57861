import Demo
import Foundation
import SoundFiles
import Testing

@Suite struct DemoSoundTests {
  /// The frame of a sixteenth, counted from the beginning.
  private static func frame(_ sixteenth: Double, _ song: DemoSong, _ sampleRate: Double) -> Int {
    Int((sixteenth * 15 / song.bpm * sampleRate).rounded())
  }

  /// A bass note of each song: its place and length in sixteenths, and its pitch in hertz. F1 and A1 of 440 Hz, C2 and
  /// E flat 2 of 432 Hz.
  @Test(arguments: [
    (95.0, 0.0, 6.0, 43.6535), (95, 16, 6, 69.2957), (120, 0, 2, 55), (120, 32, 2, 87.307),
    (140, 2, 2, 64.2174), (140, 34, 2, 76.3683),
  ])
  func bassPlaysWhatTheKeySays(_ bpm: Double, _ start: Double, _ length: Double, _ hertz: Double) throws {
    let song = try DemoFolder.song(bpm)
    let sound = try DemoFolder.sound(song, "bass")
    let rate = sound.info.sampleRate
    let mono = sound.mono
    let note = mono[Self.frame(start, song, rate)..<Self.frame(start + length * 0.8, song, rate)]
    // A short low note is but a few periods long; its strongest partial is told that finely.
    let off = DemoSpectrum.cents(note, over: hertz, sampleRate: rate)
    #expect(abs(off) < (length > 4 ? 5 : 25))
    let fundamental = DemoSpectrum.power(note, at: hertz, sampleRate: rate)
    #expect(fundamental > DemoSpectrum.power(note, at: hertz * exp2(-3 / 12.0), sampleRate: rate))
    #expect(fundamental > DemoSpectrum.power(note, at: hertz * exp2(3 / 12.0), sampleRate: rate))
  }

  /// A long sung note of each song. F4 and A4 of 440 Hz, F4 of 432 Hz.
  @Test(arguments: [(95.0, 80.0, 8.0, 349.228), (120, 0, 8, 440), (140, 112, 10, 342.879)])
  func voiceSingsInTune(_ bpm: Double, _ start: Double, _ length: Double, _ hertz: Double) throws {
    let song = try DemoFolder.song(bpm)
    let sound = try DemoFolder.sound(song, "vocals")
    let rate = sound.info.sampleRate
    let first = Self.frame(start, song, rate) + Int(0.25 * rate)
    // Whole swings of the vibrato at 5.4 Hz.
    let swings = (length * 15 / bpm - 0.3) * 5.4
    let last = first + Int(swings.rounded(.down) / 5.4 * rate)
    let samples = sound.mono
    let period = rate / hertz
    let pitches = stride(from: first, to: last, by: Int(rate / 200)).map { at -> Double in
      // The lag at which the sound is most like itself, between samples.
      func unlikeness(_ lag: Int) -> Double {
        (0..<Int(period * 4)).reduce(0.0) { sum, frame in
          let difference = Double(samples[at + frame] - samples[at + frame + lag])
          return sum + difference * difference
        }
      }
      let lags = Int(period * 0.96)...Int(period * 1.04) + 1
      let best = lags.min { unlikeness($0) < unlikeness($1) } ?? 1
      let (before, here, after) = (unlikeness(best - 1), unlikeness(best), unlikeness(best + 1))
      let lag = Double(best) + 0.5 * (before - after) / (before - 2 * here + after)
      return 1200 * log2(rate / lag / hertz)
    }
    let mean = pitches.reduce(0, +) / Double(pitches.count)
    #expect(abs(mean) < 8)
    // It has vibrato, and not too much.
    let swing = (try #require(pitches.max()) - (try #require(pitches.min()))) / 2
    #expect((5.0...45).contains(swing))
  }

  @Test func drumsAreWhereTheyBelong() throws {
    let song = try DemoFolder.song(140)
    let sound = try DemoFolder.sound(song, "drums")
    let rate = sound.info.sampleRate
    let mono = sound.mono
    func power(_ sixteenth: Double, _ hertz: Range<Double>) -> Double {
      let first = Self.frame(sixteenth, song, rate)
      return DemoSpectrum.decibels(DemoSpectrum.power(mono[first..<first + 4096], hertz, sampleRate: rate))
    }
    for bar in [1.0, 2, 5] {
      let at = bar * 16
      // Kicks on all beats, not between them.
      for beat in [0.0, 4, 8, 12] { #expect(power(at + beat, 40..<120) > power(at + beat + 2, 40..<120) + 10) }
      // Snares on the second and fourth.
      for beat in [4.0, 12] { #expect(power(at + beat, 1500..<5000) > power(at + beat - 4, 1500..<5000) + 6) }
      // Open hats between: they ring on where a closed one is over.
      for step in [2.0, 6, 10, 14] {
        #expect(power(at + step, 7000..<16_000) > power(at + step, 200..<2000))
        #expect(power(at + step, 7000..<16_000) > power(at + step + 1, 7000..<16_000) + 2)
      }
    }
  }

  @Test(arguments: [95.0, 120, 140], DemoFileTests.stems)
  func repeatsWithoutASeam(_ bpm: Double, _ stem: String) throws {
    let song = try DemoFolder.song(bpm)
    let sound = try DemoFolder.sound(song, stem)
    let around = Int(sound.info.sampleRate / 20)
    for channel in 0..<sound.channels {
      let samples = sound.channel(channel)
      let joined = Array(samples.suffix(around)) + Array(samples.prefix(around))
      let steps = zip(joined, joined.dropFirst()).map { abs($1 - $0) }
      let seam = steps[around - 1]
      let beside = try #require((steps[..<(around - 1)] + steps[around...]).max())
      #expect(seam <= beside + 1e-4)
    }
  }

  @Test func aSoftBassHasNoClick() throws {
    let song = try DemoFolder.song(95)
    let sound = try DemoFolder.sound(song, "bass")
    let samples = sound.mono
    let peak = try #require(samples.map(abs).max())
    // What a click would be made of: the third difference keeps 1 % of 2.5 kHz and all of a step.
    let steps = zip(samples, samples.dropFirst()).map { $1 - $0 }
    let bends = zip(steps, steps.dropFirst()).map { $1 - $0 }
    let third = zip(bends, bends.dropFirst()).map { abs($1 - $0) }
    #expect(try #require(third.max()) < peak * 0.02)
    // Between the notes there is silence.
    #expect(samples.contains { abs($0) < peak * 1e-5 })
  }

  @Test func widthIsWhereItBelongs() throws {
    func likeness(_ song: DemoSong, _ stem: String) throws -> Double {
      let sound = try DemoFolder.sound(song, stem)
      guard sound.channels == 2 else { return 1 }
      let (left, right) = (sound.channel(0), sound.channel(1))
      let product = { (a: [Float], b: [Float]) in zip(a, b).reduce(0.0) { $0 + Double($1.0) * Double($1.1) } }
      return product(left, right) / (product(left, left) * product(right, right)).squareRoot()
    }
    for song in DemoSong.all {
      #expect(try likeness(song, "bass") > 0.999)
      #expect(try likeness(song, "vocals") > 0.85)
      #expect(try likeness(song, "other") < 0.8)
      #expect(try likeness(song, "other") > 0)
    }
  }
}
