import Foundation
import OSC
import Testing

@Suite("Key-lock on a running server", .timeLimit(.minutes(1)))
struct KeyLockServeTests {
  /// Stretched on its own thread, while the device's clock pulls.
  @Test(arguments: [("r3", 1, "3600"), ("r2", 1, "3600"), ("r3", 20, "2")])
  func keepsThePitch(engine: String, seconds: Int, streamedAbove: String) async throws {
    let folder = try TestFolder()
    let sound = try TestSound.sine(441, frames: seconds * 44_100, channels: 1).write(to: folder.path("sine.wav"))
    let mix = folder.path("mix.wav")
    let server = try await TestServer.start(
      "--sample-rate", "44100", "--keylock-engine", engine, "--stream-above", streamedAbove, "--record", mix)
    for message in [
      OSCMessage("/load_buffer", 100, .string(sound), "sine"), OSCMessage("/deck_keylock", "A", 1),
      OSCMessage("/play_stem", 100, 1.05, 0.8),
    ] {
      #expect(try await server.connection.messages(message).last?.address == "/done", "\(message)")
    }
    let clock = try #require(try await server.connection.status()["clock"]?.asNumber)
    _ = try await server.connection.messages(
      OSCMessage("/at", .double(clock + 2.5), "/stop_stem", 100), answerTo: "/stop_stem")
    await server.stop()
    let played = try TestSound.read(mix)
    let start = try #require(played.firstSound)
    let cents = 1200 * log2(pitch(played.channels[0][(start + 2000)..<(start + 88_200)]) / 441)
    #expect(abs(cents) < 1, "\(cents)")
    #expect(played.cut(from: start + 64, frames: 88_200).longestSilence < 4)
  }

  @Test func refusesAnEngineThatThereIsNot() async throws {
    let run = try await RunningSyrinx.run("serve", "--keylock-engine", "r4")
    #expect(run.code != 0 && run.errors.contains { $0.contains("r3") }, "\(run.errors)")
  }

  /// In hertz, from the first upward crossing of zero to the last.
  private func pitch(_ samples: ArraySlice<Float>) -> Double {
    let crossings = samples.indices.dropLast().filter { samples[$0] < 0 && samples[$0 + 1] >= 0 }
      .map { Double($0) + Double(samples[$0] / (samples[$0] - samples[$0 + 1])) }
    guard let first = crossings.first, let last = crossings.last, crossings.count > 1 else { return 0 }
    return Double(crossings.count - 1) / (last - first) * 44_100
  }
}
