import Foundation
import TestSupport
import Testing

/// Clients that know nothing of us boot our scsynth and play. Their sessions lie in `Clients`.
@Suite struct ClientTests {
  /// SuperCollider's language, without a screen.
  @Test func sclangBootsAndPlays() async throws {
    let sclang = try #require(Program.installed("sclang"), "sclang is not installed: Scripts/bootstrap.sh test")
    let session = try ClientSession(sclang, ["-D"], "session.scd")
    let output = try await DummyJACKServer.run { jack in try session.run(jack.name) }
    Self.check(output, count: 33, last: "quits")
  }

  @Test func sclangRendersAScore() throws {
    let sclang = try #require(Program.installed("sclang"), "sclang is not installed: Scripts/bootstrap.sh test")
    Self.check(try ClientSession(sclang, ["-D"], "score.scd").run(nil), count: 1, last: "renders a score")
  }

  /// A Python client.
  @Test func supriyaBootsAndPlays() async throws {
    let python = try #require(Program.installed("python3"))
    let session = try ClientSession(python, [], "session.py")
    let output = try await DummyJACKServer.run { jack in try session.run(jack.name) }
    Self.check(output, count: 8, last: "quits")
  }

  /// All steps are told, and all hold.
  private static func check(_ output: String, count: Int, last: String) {
    let told = output.split(separator: "\n").filter { $0.hasSuffix(": holds") || $0.hasSuffix(": fails") }
    for line in told { #expect(line.hasSuffix(": holds"), "\(line)") }
    #expect(told.count == count && told.last.map { $0 == "\(last): holds" } ?? false, "\(output.suffix(4000))")
  }
}
