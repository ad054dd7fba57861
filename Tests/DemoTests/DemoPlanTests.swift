import Demo
import Foundation
import Testing

@Suite struct DemoPlanTests {
  private static func read(_ theme: String) throws -> (path: String, plan: [String: Any], text: String) {
    let path = try #require(try DemoFolder.plans().first { $0.hasSuffix("/plans/\(theme).json") })
    let text = try String(contentsOfFile: path, encoding: .utf8)
    let plan = try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
    return (path, plan, text)
  }

  private static func stems(_ plan: [String: Any]) throws -> [(name: String, stem: [String: Any])] {
    let sections = try #require(plan["sections"] as? [String: [String: Any]])
    return try sections.values.flatMap { section in
      try #require(section["stems"] as? [String: [String: Any]]).map { (name: $0.key, stem: $0.value) }
    }
  }

  @Test(arguments: ["energetic", "chill", "dramatic"])
  func saysWhatItIs(_ theme: String) throws {
    let (_, plan, text) = try Self.read(theme)
    let base = try #require(["energetic": 140.0, "chill": 95, "dramatic": 120][theme])
    let song = try DemoFolder.song(base)
    #expect(plan["theme"] as? String == theme)
    #expect(plan["base_song"] as? String == song.name)
    #expect(plan["base_bpm"] as? Double == base)
    #expect(plan["base_key"] as? String == song.key.name)
    let sections = try #require(plan["sections"] as? [String: [String: Any]])
    #expect(sections.count >= 6)
    let structure = try #require(plan["structure"] as? [String])
    #expect(sections.keys.sorted().map { String($0.dropFirst(3)) } == structure)
    #expect(sections.keys.sorted().map { sections[$0]?["type"] as? String } == structure)
    #expect(Set(structure).isSuperset(of: ["intro", "verse", "build", "chorus", "breakdown", "outro"]))
    // The keys stand in the order of the format's own example.
    let places = ["theme", "base_song", "base_bpm", "base_key", "structure", "sections"].map { key in
      text.range(of: "\n  \"\(key)\": ")?.lowerBound
    }
    let found = places.compactMap { $0 }
    #expect(found.count == places.count)
    #expect(found == found.sorted())
  }

  @Test(arguments: ["energetic", "chill", "dramatic"])
  func everyStemIsThereAndToldRight(_ theme: String) throws {
    let (path, plan, text) = try Self.read(theme)
    let base = try #require(plan["base_bpm"] as? Double)
    for (name, stem) in try Self.stems(plan) {
      let song = try #require(DemoSong.all.first { $0.name == stem["song"] as? String })
      let file = try #require(stem["file"] as? String)
      #expect(file == "../stems/\(song.name)/\(name).wav")
      let folder = URL(fileURLWithPath: path).deletingLastPathComponent().path
      #expect(FileManager.default.fileExists(atPath: "\(folder)/\(file)"))
      #expect(stem["bpm"] as? Double == song.bpm)
      #expect(stem["key"] as? String == song.key.name)
      #expect(stem["needs_timestretch"] as? Bool == false)
      // To the last digit, which Foundation does not read right.
      #expect(text.contains("\"pitch_shift\": \(base / song.bpm),"))
      #expect(abs(try #require(stem["pitch_shift"] as? Double) - base / song.bpm) < 1e-15 * 4)
    }
  }

  @Test(arguments: ["energetic", "chill", "dramatic"])
  func mixesAllThreeSongs(_ theme: String) throws {
    let (_, plan, _) = try Self.read(theme)
    let songs = Set(try Self.stems(plan).compactMap { $0.stem["song"] as? String })
    #expect(songs == Set(DemoSong.all.map(\.name)))
    let sections = try #require(plan["sections"] as? [String: [String: Any]])
    let mixed = try sections.values.filter { section in
      Set(try #require(section["stems"] as? [String: [String: Any]]).values.compactMap { $0["song"] as? String }).count
        > 1
    }
    #expect(mixed.count >= 2)
  }

  @Test(arguments: ["energetic", "chill", "dramatic"])
  func lastsAMinuteOrTwoInWholeBars(_ theme: String) throws {
    let (_, plan, _) = try Self.read(theme)
    let base = try #require(plan["base_bpm"] as? Double)
    let lengths = try #require(plan["sections"] as? [String: [String: Any]]).values.map { section in
      (section["bars"] as? Double) ?? ((section["duration"] as? Double) ?? 0) * base / 240
    }
    #expect(lengths.allSatisfy { $0 >= 4 && $0 == $0.rounded() })
    let seconds = lengths.reduce(0, +) * 240 / base
    #expect((60.0...100).contains(seconds))
    #expect(abs(seconds - (DemoPlan.all.first { $0.theme == theme }?.seconds ?? 0)) < 1e-9)
  }

  /// At the plan's speed every song's keynote is the base song's, to less than an ear hears.
  @Test(arguments: ["energetic", "chill", "dramatic"])
  func keysAgreeAtThePlansSpeed(_ theme: String) throws {
    let plan = try #require(DemoPlan.all.first { $0.theme == theme })
    let base = plan.baseSong.key.hertz(ofNote: Double(plan.baseSong.key.tonic))
    for song in DemoSong.all {
      let shifted = song.key.hertz(ofNote: Double(song.key.tonic)) * plan.baseSong.bpm / song.bpm
      let octaves = log2(shifted / base)
      #expect(abs(octaves - octaves.rounded()) * 1200 < 5)
    }
  }
}
