import Demo
import Foundation
import SoundFiles
import Testing

@Suite struct DemoFileTests {
  static let stems = ["bass", "drums", "vocals", "piano", "other"]

  @Test func threeSongsAtTheirTempiInTheirKeys() {
    #expect(DemoSong.all.map(\.bpm) == [95, 120, 140])
    #expect(Set(DemoSong.all.map(\.key.name)).count == 3)
    for song in DemoSong.all {
      #expect(song.stems.map(\.name) == Self.stems)
      #expect(song.name.wholeMatch(of: /[0-9]{2}-[0-9]{2} [A-Z][A-Za-z ]+ \(Syrinx Demo 2026 - [A-Z][a-z]+\)/) != nil)
    }
  }

  @Test(arguments: [95.0, 120, 140])
  func lastsWholeBarsToTheFrame(_ bpm: Double) throws {
    let song = try DemoFolder.song(bpm)
    for stem in Self.stems {
      let sound = try DemoFolder.sound(song, stem)
      let bars = Double(sound.frames) / sound.info.sampleRate * bpm / 240
      #expect(bars.rounded() == Double(song.bars))
      #expect(song.bars % 8 == 0)
      #expect(sound.frames == Int((Double(song.bars) * 240 * sound.info.sampleRate / bpm).rounded()))
      #expect((30.0...60).contains(sound.info.seconds))
    }
  }

  @Test func formsDifferAsInRealCollections() throws {
    var rates: Set<Double> = []
    var formats: Set<String> = []
    var channels: Set<Int> = []
    for song in DemoSong.all {
      for stem in song.stems {
        let info = try DemoFolder.sound(song, stem.name).info
        #expect(info.sampleRate == stem.sampleRate)
        #expect(info.channels == stem.channels)
        rates.insert(info.sampleRate)
        formats.insert(info.format)
        channels.insert(info.channels)
      }
    }
    #expect(rates.isSuperset(of: [32_000, 44_100, 48_000, 96_000]))
    #expect(formats.count == 3)
    #expect(channels == [1, 2])
  }

  @Test func levelsAreSensibleAndNothingIsOffCentre() throws {
    for song in DemoSong.all {
      for stem in Self.stems {
        let sound = try DemoFolder.sound(song, stem)
        let peak = sound.samples.reduce(0) { max($0, abs($1)) }
        #expect((-12.0 ... -1).contains(20 * log10(Double(peak))), "\(song.title) \(stem)")
        for channel in 0..<sound.channels {
          let samples = sound.channel(channel)
          let mean = samples.reduce(0) { $0 + Double($1) } / Double(samples.count)
          #expect(abs(mean) < 1e-4, "\(song.title) \(stem)")
          let power = samples.reduce(0) { $0 + Double($1) * Double($1) } / Double(samples.count)
          #expect((-30.0 ... -8).contains(DemoSpectrum.decibels(power)), "\(song.title) \(stem)")
        }
      }
    }
  }

  @Test func writingAgainMakesTheSame() throws {
    let again = DemoFolder.path + "/again"
    var steps: [Double] = []
    // Over an older one, of which something is left.
    try FileManager.default.createDirectory(atPath: again + "/plans", withIntermediateDirectories: true)
    try Data("old".utf8).write(to: URL(fileURLWithPath: again + "/plans/chill.json"))
    let plans = try DemoCollection.write(to: again) { steps.append($1) }
    for (plan, first) in zip(plans, try DemoFolder.plans()) {
      #expect(plan.hasPrefix(again))
      #expect(try String(contentsOfFile: plan, encoding: .utf8) == String(contentsOfFile: first, encoding: .utf8))
    }
    for song in DemoSong.all {
      let folder = "\(again)/stems/\(song.name)"
      #expect(
        try FileManager.default.contentsOfDirectory(atPath: folder).sorted() == Self.stems.map { $0 + ".wav" }.sorted())
      for stem in Self.stems {
        let same = try DemoFolder.sound(atPath: "\(folder)/\(stem).wav").samples == DemoFolder.sound(song, stem).samples
        #expect(same, "\(song.title) \(stem)")
      }
    }
    #expect(steps.first == 0)
    #expect(steps.last == 1)
    #expect(steps == steps.sorted())
    #expect(steps.count == 16)
  }

  @Test func aFolderThatCannotBeMadeIsNamed() {
    let error = #expect(throws: DemoError.self) { try DemoCollection.write(to: "/dev/null/demo") }
    #expect(error?.description.contains("/dev/null/demo") == true)
  }
}
