import Foundation
import RemixPlan
import Testing

@Suite("Mistakes in a plan")
struct PlanMistakeTests {
  /// A plan of one section whose single stem is `stem`.
  private func plan(top: String = "", section: String = "", stem: String = "\"file\": \"a.wav\"") -> String {
    "{\(top.isEmpty ? "" : top + ",")\n\"sections\": {\"00_intro\": {\(section.isEmpty ? "" : section + ",")\n"
      + "\"stems\": {\n\"bass\": {\(stem)}}}}}"
  }

  private func problems(_ text: String) throws -> [PlanProblem] {
    let folder = try PlanFolder()
    try folder.wav("a.wav", frames: 44100 * 4)
    try folder.wav("empty.wav", frames: 0)
    try folder.file("noise.wav", Array("this is no audio".utf8))
    try FileManager.default.createDirectory(atPath: folder.path("folder"), withIntermediateDirectories: true)
    return try folder.read(text).problems
  }

  @Test(
    "each is told with its place",
    arguments: [
      ("\"file\": \"b.wav\"", "file", 4, "no such file: "),
      ("\"file\": \"folder\"", "file", 4, "is a folder"),
      ("\"file\": \"/dev/null\"", "file", 4, "no regular file"),
      ("\"file\": \"noise.wav\"", "file", 4, "cannot be read as audio: Format not recognised"),
      ("\"file\": \"empty.wav\"", "file", 4, "holds no audio"),
      ("\"file\": \"\"", "file", 4, "empty"),
      ("\"file\": \"a\\u0000b\"", "file", 4, "zero byte"),
      ("\"file\": 7", "file", 4, "must be a string, is a number"),
      ("\"file\": null", "file", 4, "must not be null"),
      ("\"song\": \"x\"", "file", 4, "the key 'file' is missing"),
      ("\n\"fiel\": \"a.wav\"", "fiel", 5, "unknown key 'fiel': did you mean 'file'?"),
      ("\"file\": \"a.wav\", \"pitch_shft\": 1", "pitch_shft", 4, "did you mean 'pitch_shift'?"),
      ("\"file\": \"a.wav\", \"pitchShift\": 1", "pitchShift", 4, "did you mean 'pitch_shift'?"),
      ("\"file\": \"a.wav\", \"needs_timestrech\": true", "needs_timestrech", 4, "did you mean 'needs_timestretch'?"),
      ("\"file\": \"a.wav\", \"bmp\": 120", "bmp", 4, "did you mean 'bpm'?"),
      ("\"file\": \"a.wav\", \"pitch_shift\": 0", "pitch_shift", 4, "above 0 and at most 16, is 0"),
      ("\"file\": \"a.wav\", \"pitch_shift\": -1", "pitch_shift", 4, "above 0 and at most 16, is -1"),
      ("\"file\": \"a.wav\", \"pitch_shift\": 16.5", "pitch_shift", 4, "above 0 and at most 16, is 16.5"),
      ("\"file\": \"a.wav\", \"pitch_shift\": 1e999", "pitch_shift", 4, "is infinity"),
      ("\"file\": \"a.wav\", \"pitch_shift\": \"1\"", "pitch_shift", 4, "must be a number, is a string"),
      ("\"file\": \"a.wav\", \"bpm\": 0.5", "bpm", 4, "from 1 to 999"),
      ("\"file\": \"a.wav\", \"bpm\": 1000", "bpm", 4, "from 1 to 999"),
      ("\"file\": \"a.wav\", \"key\": 5", "key", 4, "must be a string, is a number"),
      ("\"file\": \"a.wav\", \"song\": []", "song", 4, "must be a string, is an array"),
      ("\"file\": \"a.wav\", \"needs_timestretch\": \"no\"", "needs_timestretch", 4, "must be true or false"),
      ("\"file\": \"a.wav\", \"volume\": -0.1", "volume", 4, "from 0 to 4"),
      ("\"file\": \"a.wav\",\n\"file\": \"b.wav\"", "file", 5, "stands twice, first in line 4"),
    ])
  func stems(stem: String, key: String, line: Int, words: String) throws {
    let problems = try problems(plan(stem: stem))
    #expect(problems.map(\.severity) == [.mistake])
    #expect(problems.map(\.path) == ["sections.00_intro.stems.bass.\(key)"])
    #expect(problems.map(\.place.line) == [line])
    #expect(problems.allSatisfy { $0.text.contains(words) }, "\(problems)")
  }

  @Test(
    "in a section",
    arguments: [
      ("\"duration\": 0", "duration", "above 0"), ("\"duration\": \"4\"", "duration", "must be a number, is a string"),
      ("\"bars\": 4", "bars", "needs the plan's 'base_bpm'"), ("\"bars\": 0", "bars", "from 0.25"),
      ("\"crossfade\": -1", "crossfade", "from 0"), ("\"type\": 1", "type", "must be a string"),
      ("\"duratoin\": 4", "duratoin", "did you mean 'duration'?"), ("\"bar\": 4", "bar", "did you mean 'bars'?"),
    ])
  func sections(section: String, key: String, words: String) throws {
    let problems = try problems(plan(section: section)).filter { $0.severity == .mistake }
    #expect(Set(problems.map(\.path)) == ["sections.00_intro.\(key)"])
    #expect(Set(problems.map(\.place.line)) == [2])
    #expect(problems.contains { $0.text.contains(words) }, "\(problems)")
  }

  @Test(
    "in the plan itself",
    arguments: [
      ("\"base_bpm\": \"fast\"", "base_bpm", "must be a number"), ("\"base_bpm\": 0", "base_bpm", "from 1 to 999"),
      ("\"theme\": 3", "theme", "must be a string"), ("\"base_key\": false", "base_key", "is a boolean"),
      ("\"structure\": \"intro\"", "structure", "must be an array of strings"),
      ("\"structure\": [\"intro\", 2]", "structure[1]", "must be a string"),
      ("\"crossfade\": \"2\"", "crossfade", "must be a number"), ("\"them\": \"x\"", "them", "did you mean 'theme'?"),
      ("\"crosfade\": 2", "crosfade", "did you mean 'crossfade'?"),
    ])
  func top(top: String, key: String, words: String) throws {
    let problems = try problems(plan(top: top)).filter { $0.severity == .mistake }
    #expect(problems.map(\.path) == [key])
    #expect(problems.map(\.place.line) == [1])
    #expect(problems.allSatisfy { $0.text.contains(words) }, "\(problems)")
  }

  @Test(
    "of form",
    arguments: [
      ("{}", "sections", "the key 'sections' is missing"), ("{\"sections\": {}}", "sections", "at least one section"),
      ("{\"sections\": []}", "sections", "must be an object, is an array"),
      ("[]", "", "must be an object, is an array"),
      ("{\"sections\": {\"a\": 1}}", "sections.a", "must be an object, is a number"),
      ("{\"sections\": {\"a\": {}}}", "sections.a.stems", "the key 'stems' is missing"),
      ("{\"sections\": {\"a\": {\"stems\": {}}}}", "sections.a.stems", "at least one stem"),
      (
        "{\"sections\": {\"a\": {\"stems\": {\"x\": \"a.wav\"}}}}", "sections.a.stems.x",
        "must be an object, is a string"
      ),
      ("{\"sections\": null}", "sections", "must not be null"),
      ("{\"sectons\": {}}", "sectons", "did you mean 'sections'?"),
      ("", "", "is no JSON: expected a value"), ("{\"sections\": {},}", "", "is no JSON: a comma"),
      ("{\"sections\": {\"\": {\"stems\": {\"x\": {\"file\": \"a.wav\"}}}}}", "sections.", "needs a name"),
    ])
  func form(text: String, path: String, words: String) throws {
    let problems = try problems(text)
    #expect(problems.map(\.path) == [path])
    #expect(problems.map(\.severity) == [.mistake])
    #expect(problems.allSatisfy { $0.text.contains(words) }, "\(problems)")
  }

  @Test("a file that is not there, and a folder, are mistakes with words of their own")
  func plan() throws {
    let folder = try PlanFolder()
    let missing = RemixPlan.read(file: folder.path("no.json"), probe: PlanFolder.probe)
    #expect(missing.problems.map(\.text) == ["no such file: \(folder.path("no.json"))"])
    let isFolder = RemixPlan.read(file: folder.path, probe: PlanFolder.probe)
    #expect(isFolder.problems.map(\.text) == ["is a folder: name the plan's JSON file in it"])
    #expect(throws: PlanRefusal.self) { try isFolder.playable() }
  }

  @Test("all are told at once, in the order of the file")
  func together() throws {
    let folder = try PlanFolder()
    try folder.wav("a.wav", frames: 44100 * 4)
    let reading = try folder.read(
      """
      {
        "base_bpm": -3,
        "sections": {
          "01_verse": {
            "stems": {
              "bass": {"file": "gone.wav", "pitch_shft": 1.2},
              "drums": {"file": "a.wav", "pitch_shift": 99}
            }
          },
          "00_intro": {"type": "intro", "bars": 4, "stems": {"vocals": {"song": "x"}}}
        }
      }
      """, named: "wrong.json")
    #expect(
      reading.problems.map { "\($0.place.line) \($0.path)" } == [
        "2 base_bpm", "6 sections.01_verse.stems.bass.file", "6 sections.01_verse.stems.bass.pitch_shft",
        "7 sections.01_verse.stems.drums.pitch_shift", "10 sections.00_intro.bars",
        "10 sections.00_intro.stems.vocals.file",
      ])
    let refusal = try #require(throws: PlanRefusal.self) { try reading.playable() }
    #expect(refusal.description.hasPrefix("\(folder.path("wrong.json")) has 6 mistakes:\n"))
    #expect(refusal.description.contains("\(folder.path("wrong.json")):2:15: mistake: base_bpm: must be from 1 to 999"))
    #expect(reading.plan?.sections.map(\.name) == ["00_intro", "01_verse"])
  }

  @Test("keys far from any that is known are no mistake, nor are words of their own")
  func unknown() throws {
    let stem = "\"file\": \"a.wav\", \"energy\": 1, \"original_bpm\": 99, \"time\": 3, \"lufs\": -9"
    #expect(try problems(plan(top: "\"generator\": \"v2\", \"songs\": []", stem: stem)) == [])
  }

  @Test("a key like a known one beside that very key is a warning")
  func beside() throws {
    let problems = try problems(plan(stem: "\"file\": \"a.wav\", \"files\": 1"))
    #expect(problems.map(\.severity) == [.warning])
    #expect(problems.map(\.path) == ["sections.00_intro.stems.bass.files"])
  }

  @Test("what contradicts itself is a warning, and varispeed a notice")
  func warnings() throws {
    let text = plan(
      top: "\"base_song\": \"A\", \"structure\": [\"verse\"]", section: "\"type\": \"intro\"",
      stem: "\"file\": \"a.wav\", \"song\": \"B\", \"pitch_shift\": 0.125, \"needs_timestretch\": true")
    let problems = try problems(text)
    #expect(problems.map(\.severity) == [.warning, .warning, .notice])
    #expect(problems.map(\.path) == ["base_song", "structure[0]", "sections.00_intro.stems.bass.needs_timestretch"])
    #expect(problems[2].text == "plays as varispeed: key-lock takes rates from 0.25 to 4")
    let count = try self.problems(plan(top: "\"structure\": [\"intro\", \"outro\"]"))
    #expect(count.map(\.text) == ["lists 2 sections, the plan has 1"])
  }

  @Test("a crossfade must leave something of the sections on both its sides")
  func crossfades() throws {
    func sections(_ fades: [String], top: String = "") -> String {
      let sections = fades.enumerated().map { index, fade in
        "\"\(index)\": {\(fade)\"stems\": {\"x\": {\"file\": \"a.wav\"}}}"
      }
      return "{\(top)\"sections\": {\n" + sections.joined(separator: ",\n") + "}}"
    }
    #expect(try problems(sections(["", "\"crossfade\": 3.9,", ""])) == [])
    let long = try problems(sections(["", "\"crossfade\": 4,", ""]))
    #expect(long.map(\.path) == ["sections.1.crossfade"])
    #expect(long.map(\.place.line) == [3])
    let touching = try problems(sections(["", "\"crossfade\": 2,", "\"crossfade\": 2.5,"]))
    #expect(touching.map(\.path) == ["sections.2.crossfade"])
    #expect(touching[0].text.contains("must not last longer"))
    let everywhere = try problems(sections(["", "", ""], top: "\"crossfade\": 5, "))
    #expect(everywhere.map(\.path) == ["crossfade", "crossfade"])
    let first = try problems(sections(["\"crossfade\": 1,", ""]))
    #expect(first.map(\.severity) == [.warning])
    let short = try problems(sections(["\"duration\": 1,", "\"crossfade\": 1.5, \"duration\": 3,"]))
    #expect(short.map(\.severity) == [.mistake])
  }

  @Test("damaged plans are read to their last mistake, or refused, and never stop the program", arguments: 0..<2000)
  func damaged(seed: Int) {
    let text = """
      {"theme": "x", "base_song": "s", "base_bpm": 140, "structure": ["a"], "crossfade": 1, "sections": {
        "00_a": {"type": "a", "bars": 4, "stems": {
          "bass": {"song": "s", "file": "FakeStage.swift", "bpm": 143, "pitch_shift": 0.979,
            "needs_timestretch": true}}},
        "01_b": {"duration": 7.5, "crossfade": 2, "stems": {
          "drums": {"file": "FakeServer.swift", "volume": 1e0, "bpm": 7}}}}}
      """
    var bytes = Array(text.utf8)
    var random = RandomJSON(seed: UInt64(seed))
    for _ in 0...random.number(below: 3) { random.damage(&bytes) }
    let folder = (#filePath as NSString).deletingLastPathComponent
    let facts = StemFileFacts(frames: .max, sampleRate: 1e-3, channels: 2)
    let reading = RemixPlan.read(bytes: bytes, file: "p", folder: folder, probe: { _ in .success(facts) })
    let lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).count
    #expect(reading.problems.allSatisfy { (1...lines).contains($0.place.line) && $0.place.column >= 1 })
    #expect(reading.plan != nil || !reading.mistakes.isEmpty)
    if let plan = reading.plan { _ = try? PlanSchedule(plan: plan, sampleRate: 192_000).moments(from: 0) }
  }
}
