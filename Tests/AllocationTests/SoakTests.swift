import Foundation
import TestSupport
import Testing

/// 64 stems on four decks, three recordings, and a client that moves every fader a hundred times a second, through a JACK
/// device at 128 frames: for a minute, or as long as SYRINX_SOAK_MINUTES says (`make soak`).
@Suite(.timeLimit(.minutes(30))) struct SoakTests {
  private static var minutes: Double {
    ProcessInfo.processInfo.environment["SYRINX_SOAK_MINUTES"].flatMap(Double.init) ?? 1
  }

  @Test func nothingIsLostAndNothingAllocates() async throws {
    let seconds = 60 * Self.minutes
    guard let counts = try await DummyJACKServer.run(periodFrames: 128, { try Self.soak(on: $0, seconds: seconds) })
    else { return }
    print("soak:", counts.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value)" }.joined(separator: ", "))
    #expect(counts["lost-device"] == nil)
    #expect(counts["audio-allocations"] == 0 && counts["audio-frees"] == 0)
    // What the device reports beyond these is the machine's: the render had not even used up its time.
    #expect(counts["own-xruns"] == 0)
    // Of a step's own doing they would come with every call, not with one in a thousand.
    #expect(try #require(counts["standstills"]) < Int(seconds * 44_100) / 128 / 1000)
    #expect(counts["recordings"] == 3 && counts["lost-recording-frames"] == 0)
    #expect(counts["refusals"] == nil && counts["playing"] == 64)
    // And everything did happen.
    // A device that the machine holds up leaves cycles out.
    let frames = Int(0.8 * seconds * 44_100)
    #expect(try #require(counts["audio-frames"]) > frames)
    #expect(try #require(counts["recorded-frames"]) > 3 * frames)
    #expect(try #require(counts["sent"]) >= Int(seconds) * 100 * 70)
    #expect(try #require(counts["moves"]) >= Int(seconds) * 100 * 69)
    #expect(try #require(counts["meters"]) > Int(seconds) * 15)
  }

  private static func soak(on jack: DummyJACKServer, seconds: Double) throws -> [String: Int]? {
    let process = Process()
    let pipe = Pipe()
    process.executableURL = URL(fileURLWithPath: CommandLine.arguments[0]).resolvingSymlinksInPath()
      .deletingLastPathComponent().appendingPathComponent("allocation-probe")
    process.arguments = ["soak", "\(seconds)"]
    process.environment = ProcessInfo.processInfo.environment.merging(
      ["JACK_DEFAULT_SERVER": jack.name, "SYRINX_JACK_AUTOCONNECT": "0"]
    ) { $1 }
    process.standardOutput = pipe
    try process.run()
    let output = String(decoding: pipe.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    try #require(process.terminationStatus == 0 && process.terminationReason == .exit)
    var counts: [String: Int] = [:]
    for line in output.split(separator: "\n") {
      let words = line.split(separator: " ")
      if words.count >= 2, let value = Int(words[1]) { counts[String(words[0])] = value }
    }
    return counts["unsupported"] == nil ? counts : nil
  }
}
