import Testing

@Suite("The command line", .timeLimit(.minutes(2)))
struct CommandLineTests {
  @Test func listsDevicesAndTheBuildOfTheUnits() async throws {
    let run = try await RunningSyrinx.run("devices", "-v")
    #expect(run.code == 0)
    #expect(run.output.first?.hasPrefix("units: ") == true)
    #expect(run.output.contains { $0.contains("null 0: ") && $0.contains("44100 Hz") })
    #expect(run.output.filter { $0.hasSuffix("(default)") }.count == 1)
  }

  @Test func helpsWithEveryCommand() async throws {
    let run = try await RunningSyrinx.run("--help")
    #expect(run.code == 0)
    for name in ["serve", "play", "plan", "render", "demo", "devices", "check"] {
      #expect(run.output.contains { $0.contains(" \(name) ") }, "\(name)")
      #expect(try await RunningSyrinx.run("help", name).code == 0)
    }
  }

  @Test(arguments: [
    (["serve", "--backend", "sox"], "--backend must be one of jack, portaudio, null, got sox", 64),
    (["serve", "--port", "0", "--backend", "null", "--device", "kazoo"], "has no device “kazoo”", 1),
    (["serve", "--port", "0", "--backend", "null", "--device", "7"], "has no device 7", 1),
    (["serve", "--port", "70000"], "--port must be 0 to 65535, got 70000", 64),
    (["serve", "--block", "3"], "--block must be 16 to 65536 frames, got 3", 64),
    (["serve", "--sample-rate", "nan"], "--sample-rate must be 8000 to 768000 Hz, got nan", 64),
    (["serve", "--memory-limit", "0"], "--memory-limit must be more than 0 MB, got 0.0", 64),
    (["serve", "--evict"], "--evict makes room within --memory-limit: give that, too", 64),
    (["serve", "--normalise", "5"], "--normalise must be -70 to 0 LUFS, got 5.0", 64),
    (["render", "nowhere.json", "out.wav"], "nowhere.json", 1),
    (["plan", "nowhere.json", "--mode", "info"], "nowhere.json", 1),
    (["check", "--port", "1"], "no server answers at localhost:1: start one with `syrinx serve", 1),
  ])
  func saysWhatIsWrong(arguments: [String], words: String, code: Int32) async throws {
    let run = try RunningSyrinx(arguments)
    #expect(await run.ended() == code)
    let lines = await run.errors.all() + run.output.all()
    #expect(lines.contains { $0.contains(words) }, "\(lines)")
  }
}
