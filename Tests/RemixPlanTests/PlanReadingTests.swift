import Foundation
import RemixPlan
import Testing

@Suite("Reading a plan")
struct PlanReadingTests {
  @Test("a plan as generators write it")
  func whole() throws {
    let folder = try PlanFolder()
    try folder.wav("stems/01-08 Shh (Eurovision 2025 - Cyprus)/bass.wav", frames: 1000, rate: 48000, channels: 2)
    try folder.wav("stems/01-10 Hallucination (Eurovision 2025 - Denmark)/drums.wav", frames: 500)
    let reading = try folder.read(
      """
      {
        "theme": "energetic",
        "base_song": "01-10 Hallucination (Eurovision 2025 - Denmark)",
        "base_bpm": 140,
        "base_key": "D",
        "structure": ["intro"],
        "energy": {"peak": 9},
        "sections": {
          "00_intro": {
            "type": "intro",
            "mood": "dark",
            "stems": {
              "bass": {
                "song": "01-08 Shh (Eurovision 2025 - Cyprus)",
                "file": "../stems/01-08 Shh (Eurovision 2025 - Cyprus)/bass.wav",
                "bpm": 143,
                "key": "A",
                "pitch_shift": 0.9790209790209791,
                "needs_timestretch": false,
                "confidence": 0.7
              },
              "Drums": {
                "song": "01-10 Hallucination (Eurovision 2025 - Denmark)",
                "file": "../stems/01-10 Hallucination (Eurovision 2025 - Denmark)/drums.wav",
                "bpm": 70
              }
            }
          }
        }
      }
      """, named: "plans/energetic.json")
    #expect(reading.problems == [])
    let plan = try reading.playable()
    #expect(plan.theme == "energetic")
    #expect(plan.baseBPM == 140)
    #expect(plan.baseKey == "D")
    #expect(plan.structure == ["intro"])
    #expect(plan.unknown.map(\.key) == ["energy"])
    let section = try #require(plan.sections.first)
    #expect(plan.sections.count == 1)
    #expect(section.unknown.map(\.key) == ["mood"])
    #expect(section.stems.map(\.name) == ["bass", "Drums"])
    let bass = section.stems[0]
    #expect(bass.path == folder.path("stems/01-08 Shh (Eurovision 2025 - Cyprus)/bass.wav"))
    #expect(bass.rate == 0.9790209790209791)
    #expect(bass.volume == 0.7)
    #expect(bass.facts == StemFileFacts(frames: 1000, sampleRate: 48000, channels: 2))
    #expect(bass.unknown.map(\.key) == ["confidence"])
    #expect(section.stems[1].rate == 2)
    #expect(section.stems[1].volume == 0.8)
  }

  @Test("volumes by kind, in any case, and the stem's own")
  func volumes() throws {
    let folder = try PlanFolder()
    try folder.wav("a.wav", frames: 100)
    let stems = ["drums", "VOCALS", "Bass", "piano", "other", "choir"].map { "\"\($0)\": {\"file\": \"a.wav\"}" }
    let text = stems.joined(separator: ",") + ", \"Vocals\": {\"file\": \"a.wav\", \"volume\": 0.25}"
    let plan = try folder.read("{\"sections\": {\"a\": {\"stems\": {\(text)}}}}").playable()
    #expect(plan.sections[0].stems.map(\.volume) == [0.8, 0.9, 0.7, 0.7, 0.7, 0.7, 0.25])
    #expect(plan.sections[0].stems.allSatisfy { $0.rate == 1 })
  }

  @Test("absolute files, files in the home folder, and null for what is not known")
  func files() throws {
    let folder = try PlanFolder()
    try folder.wav("a.wav", frames: 100)
    let nulls = "\"bpm\": null, \"key\": null, \"pitch_shift\": null, \"volume\": null"
    let plan = try folder.read(
      "{\"theme\": null, \"sections\": {\"a\": {\"type\": null, \"duration\": null, \"stems\": {\"x\": "
        + "{\"file\": \"\(folder.path("a.wav"))\", \(nulls)}}}}}"
    ).playable()
    #expect(plan.sections[0].stems[0].path == folder.path("a.wav"))
    let reading = try folder.read("{\"sections\": {\"a\": {\"stems\": {\"x\": {\"file\": \"~/no such stem.wav\"}}}}}")
    #expect(reading.problems.map(\.text) == ["no such file: \(NSHomeDirectory())/no such stem.wav"])
  }

  @Test(
    "sections play by the number in front of their keys, or else as the file has them",
    arguments: [
      (["2_b", "10_c", "1_a"], ["1_a", "2_b", "10_c"]),
      (["02", "2_b", "002a", "1"], ["1", "002a", "02", "2_b"]),
      (["b", "10_c", "a"], ["b", "10_c", "a"]),
      (["99999999999999999999999_z", "3_y"], ["3_y", "99999999999999999999999_z"]),
    ])
  func order(keys: [String], expected: [String]) throws {
    let folder = try PlanFolder()
    try folder.wav("a.wav", frames: 100_000)
    let sections = keys.map { "\"\($0)\": {\"stems\": {\"x\": {\"file\": \"a.wav\"}}}" }.joined(separator: ",")
    #expect(try folder.read("{\"sections\": {\(sections)}}").playable().sections.map(\.name) == expected)
  }

  @Test("sections are found by number, by name and by a part of it")
  func lookup() {
    let names = ["00_intro", "01_verse", "02_chorus", "03_Verse2", "04_verse2"]
    let plan = RemixPlan(sections: names.map { PlanSection(name: $0, stems: []) })
    #expect(plan.section("1") == .found(0))
    #expect(plan.section("5") == .found(4))
    #expect(plan.section("01") == .found(1))
    #expect(plan.section(" CHOR ") == .found(2))
    #expect(plan.section("verse") == .ambiguous([1, 3, 4]))
    #expect(plan.section("03_Verse2") == .found(3))
    #expect(plan.section("6") == .none)
    #expect(plan.section("bridge") == .none)
    #expect(plan.section("") == .none)
    #expect(plan.section("-9223372036854775808") == .none)
  }
}
