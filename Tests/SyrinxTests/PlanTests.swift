import Foundation
import OSC
import Testing

@Suite("Plans", .timeLimit(.minutes(2)))
struct PlanTests {
  @Test func soundTheSameRenderedTwiceAndLive() async throws {
    let plan = try TestPlan()
    for name in ["one.wav", "again.wav"] {
      let run = try await RunningSyrinx.run("render", plan.path, plan.folder.path("mix-" + name), "--encoding", "pcm24")
      #expect(run.code == 0, "\(run.errors)")
      #expect(run.errors.allSatisfy { $0.contains("lasts 0.5000 s") }, "\(run.errors)")
    }
    let rendered = try TestSound.read(plan.folder.path("mix-one.wav"))
    let again = try TestSound.read(plan.folder.path("mix-again.wav"))
    #expect(rendered.channels == again.channels)
    let total = TestPlan.sectionFrames * TestPlan.sections
    #expect(rendered.frames >= total)

    let mix = plan.folder.path("live.wav")
    let live = try await RunningSyrinx.run(
      "play", plan.path, "--backend", "null", "--port", "0", "--sample-rate", "44100", "--record", mix)
    #expect(live.code == 0, "\(live.errors)")
    let played = try TestSound.read(mix)
    let start = try #require(played.firstSound)
    let first = try #require(rendered.firstSound)
    // The file ends with the plan, the recording with the server: the very frames of the plan are in both.
    let (one, other) = (
      rendered.cut(from: first, frames: total - first), played.cut(from: start, frames: total - first)
    )
    #expect(other.firstDifference(from: one) == nil)
    #expect(one.longestSilence < 4)
    for section in 1..<TestPlan.sections {
      let edge = TestPlan.sectionFrames * section
      #expect(rendered.cut(from: edge - 256, frames: 256).peak > 0.02, "before section \(section)")
      #expect(rendered.cut(from: edge, frames: 256).peak > 0.02, "in section \(section)")
    }
    for words in ["ready", "playing  1/3 00_intro", "playing  2/3 01_verse", "playing  3/3 02_outro", "finished"] {
      #expect(live.output.filter { $0.contains(words) }.count == 1, "\(words): \(live.output)")
    }
    #expect(!live.output.contains { $0.contains("\u{1B}") })
  }

  @Test func showAllMistakesWithTheirPlaces() async throws {
    let plan = try TestPlan()
    let broken = try String(contentsOfFile: plan.path, encoding: .utf8)
      .replacingOccurrences(of: "two.flac", with: "nowhere.flac")
      .replacingOccurrences(of: "\"pitch_shift\": 1.1", with: "\"pitch_shift\": -3")
      .replacingOccurrences(of: "\"verse\", \"duration\": 0.5", with: "\"verse\", \"duration\": \"long\"")
    try broken.write(toFile: plan.path, atomically: true, encoding: .utf8)
    let places = [
      "sections.00_intro.stems.drums.file", "sections.02_outro.stems.drums.file",
      "sections.01_verse.stems.bass.pitch_shift", "sections.01_verse.duration",
    ]
    let info = try await RunningSyrinx.run("plan", plan.path, "--mode", "info")
    #expect(info.code == 1)
    let play = try await RunningSyrinx.run("play", plan.path, "--backend", "null", "--port", "0")
    #expect(play.code == 1)
    let output = plan.folder.path("mix.wav")
    let render = try await RunningSyrinx.run("render", plan.path, output)
    #expect(render.code == 1)
    #expect(!FileManager.default.fileExists(atPath: output))
    for place in places {
      for lines in [info.output, play.errors, render.errors] {
        #expect(lines.contains { $0.contains(place) }, "\(place) is not in \(lines)")
      }
    }
    #expect(!play.output.contains { $0.contains("ready") })
  }

  @Test func areLoadedPlayedAndStoppedAtAPrompt() async throws {
    let plan = try TestPlan()
    let server = try await TestServer.start()
    let prompt = try RunningSyrinx(["plan", plan.path, "--host", "127.0.0.1", "--port", "\(server.port)"])
    for line in ["info", "list", "dance", "play verse"] { try prompt.write(line) }
    #expect(await prompt.output.first(containing: "playing  2/3 01_verse") != nil)
    try await server.connection.wait("three stems play") { try await $0.status()["playing"] == 3 }
    try prompt.write("status")
    #expect(await prompt.output.first(containing: "server   44100 Hz") != nil)
    try prompt.write("play 3")
    #expect(await prompt.output.first(containing: "playing  3/3 02_outro") != nil)
    try prompt.write("stop")
    #expect(await prompt.output.first { $0.hasPrefix("stopped") } != nil)
    try prompt.write("quit")
    #expect(await prompt.ended() == 0)
    let lines = await prompt.output.all()
    #expect(lines.contains { $0.contains("base") && $0.contains("120 BPM") })
    #expect(lines.contains { $0.contains("00_intro") && $0.contains("bass drums") })
    #expect(lines.contains { $0.contains("dance") })
    try await server.connection.wait("nothing is left") { try await $0.status()["buffers"] == 0 }
    await server.stop()
  }

  @Test func playOnARunningServerAndLeaveNothing() async throws {
    let plan = try TestPlan()
    let server = try await TestServer.start()
    let full = try await RunningSyrinx.run("plan", plan.path, "--mode", "full", "--port", "\(server.port)")
    #expect(full.code == 0, "\(full.errors)")
    #expect(full.output.last == "finished")
    try await server.connection.wait("nothing is left") { connection in
      let status = try await connection.status()
      return status["buffers"] == 0 && status["playing"] == 0 && status["memory_mb"]?.asNumber == 0
    }
    await server.stop()
  }

  @Test(arguments: [SIGINT, SIGTERM])
  func fadeOutAtASignal(signal: Int32) async throws {
    let plan = try TestPlan(sectionSeconds: 60)
    let mix = plan.folder.path("mix.wav")
    let play = try RunningSyrinx(
      "play", plan.path, "--backend", "null", "--port", "0", "--bind", "127.0.0.1", "--record", mix)
    #expect(await play.output.first(containing: "playing  1/3") != nil)
    play.send(signal)
    #expect(await play.ended() == 128 + signal)
    #expect(await play.output.all().last == "stopped")
    let played = try TestSound.read(mix)
    #expect(played.cut(from: played.frames - 64, frames: 64).peak == 0)
  }

  @Test(arguments: ["127.0.0.1", "0.0.0.0", "127.0.0.2"])
  func playOnWhicheverAddressTheServerListensAt(address: String) async throws {
    let plan = try TestPlan()
    let play = try await RunningSyrinx.run(
      "play", plan.path, "--backend", "null", "--port", "0", "--bind", address)
    #expect(play.code == 0, "\(play.errors)")
    #expect(play.output.last == "finished")
  }

  @Test func needAServer() async throws {
    let plan = try TestPlan()
    let run = try await RunningSyrinx.run("plan", plan.path, "--mode", "full", "--port", "1")
    #expect(run.code == 1)
    #expect(run.errors.count == 1 && run.errors[0].contains("syrinx serve"), "\(run.errors)")
  }

  @Test func ofTheDemoHaveNoMistakes() async throws {
    let folder = try TestFolder()
    let demo = try await RunningSyrinx.run("demo", folder.path)
    #expect(demo.code == 0, "\(demo.errors)")
    #expect(demo.output.count == 3)
    for path in demo.output {
      let info = try await RunningSyrinx.run("plan", path, "--mode", "info")
      #expect(info.code == 0, "\(info.output)")
    }
  }
}
