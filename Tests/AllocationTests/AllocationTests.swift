import Foundation
import Testing

/// The audio thread never calls the allocator, and control keeps nothing of what is over.
///
/// The counting is done by a program of its own, `allocation-probe`, since who replaces malloc replaces it for all.
@Suite struct AllocationTests {
  private static var probe: URL {
    URL(fileURLWithPath: CommandLine.arguments[0]).resolvingSymlinksInPath().deletingLastPathComponent()
      .appendingPathComponent("allocation-probe")
  }

  private func counts() throws -> [String: Int] {
    let process = Process()
    let pipe = Pipe()
    process.executableURL = Self.probe
    process.standardOutput = pipe
    try process.run()
    let output = String(decoding: pipe.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    try #require(process.terminationStatus == 0 && process.terminationReason == .exit)
    var counts: [String: Int] = [:]
    for line in output.split(separator: "\n") {
      let words = line.split(separator: " ")
      if words.count == 2, let value = Int(words[1]) { counts[String(words[0])] = value }
    }
    return counts
  }

  @Test func theAudioThreadNeverAllocates() throws {
    let counts = try counts()
    guard counts["unsupported"] == nil else { return }
    // The census counts where there is something to count.
    #expect(try #require(counts["known-allocations"]) >= 100)
    #expect(try #require(counts["known-frees"]) >= 100)
    #expect(counts["audio-allocations"] == 0)
    #expect(counts["audio-frees"] == 0)
    // And everything did play.
    #expect(try #require(counts["audio-frames"]) > 100_000)
    #expect(try #require(counts["audio-peak-percent"]) > 10)
    #expect(try #require(counts["most-synths"]) >= 64)
    // Tables that grew once may have grown once more.
    #expect(abs(try #require(counts["kept-by-control"])) < 20)
    #expect(try #require(counts["allocated-by-control"]) > 10_000)
    #expect(counts["synths-left"] == counts["synths-at-first"])
  }
}
