import Foundation
import OSC
import SoundFiles
import Testing

@Suite("Clients that never wait", .timeLimit(.minutes(2)))
struct PythonClientTests {
  struct Missing: Error, CustomStringConvertible {
    var description: String
  }

  /// A DJ program as they are: it sends from an unconnected socket, reads no reply and never sleeps.
  private static let program = """
    import sys
    from pythonosc import tcp_client, udp_client
    kind, port, stem, path = sys.argv[1], int(sys.argv[2]), int(sys.argv[3]), sys.argv[4]
    if kind == "udp":
        client = udp_client.SimpleUDPClient("127.0.0.1", port)
    else:
        client = tcp_client.SimpleTCPClient("127.0.0.1", port, mode=kind)
    client.send_message("/load_buffer", [stem, path, "long"])
    client.send_message("/play_stem", [stem, 1.0, 0.8, 1, 0.0])
    """

  @Test func playAFileOfFiveMinutesRightBehindItsLoad() async throws {
    let folder = try TestFolder()
    let path = folder.path("long.wav")
    try TestSound.noise(0.5, frames: 300 * 44_100, seed: 5).write(to: path, .wavPCM16)
    let server = try await TestServer.start()
    for (stem, kind) in [(100, "udp"), (101, "1.0"), (1100, "1.1")] {
      let client = try python(kind, "\(server.port)", "\(stem)", path)
      let code = await client.ended()
      #expect(code == 0, "\(client.errors.lines)")
      try await server.connection.waitUntilItSounds(stem)
    }
    try await server.connection.ask("/sync", 1)
    let loaded = try await server.connection.status()
    #expect(loaded["buffers"] == 3 && loaded["playing"] == 3)
    #expect(!server.run.errors.lines.contains { $0.contains("warning") && !$0.contains("nothing will be heard") })
    await server.stop()
  }

  private func python(_ arguments: String...) throws -> RunningSyrinx {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let given = ProcessInfo.processInfo.environment["SYRINX_PEERS"]
    let packages = URL(fileURLWithPath: given ?? ".build/peers", relativeTo: root)
    guard FileManager.default.fileExists(atPath: packages.appendingPathComponent("pythonosc").path) else {
      throw Missing(description: "python-osc is missing in \(packages.path): run Scripts/bootstrap.sh test")
    }
    return try RunningSyrinx(
      program: URL(fileURLWithPath: "/usr/bin/env"), ["python3", "-c", Self.program] + arguments,
      environment: ["PYTHONPATH": packages.path, "PYTHONDONTWRITEBYTECODE": "1"])
  }
}
