import AudioIO
import Foundation
import JACKBackend
import PortAudioBackend
import TestSupport
import Testing

/// A backend that the shared tests run on.
enum BackendKind: String, CaseIterable, Sendable, CustomTestStringConvertible {
  case null, offline, jack, portAudio

  var testDescription: String { rawValue }

  /// Whether the owner pulls the blocks.
  var isPulled: Bool { self == .offline }

  /// Makes the backend, with a device of its own to open where it needs one.
  func run(_ body: @escaping @Sendable (any AudioBackend, StreamRequest.Device) async throws -> Void) async throws {
    switch self {
    case .null: try await body(NullBackend(), .standard)
    case .offline: try await body(OfflineBackend(), .standard)
    case .jack:
      try await DummyJACKServer.run { server in
        try await body(JACKBackend(serverName: server.name), .standard)
      }
    case .portAudio:
      try await DummyJACKServer.run { server in
        try await withDefaultJACKServer(server) { try await body(PortAudioBackend(), .name("JACK")) }
      }
    }
  }
}

/// PortAudio finds a JACK server by the environment only.
func withDefaultJACKServer(_ server: DummyJACKServer, _ body: () async throws -> Void) async throws {
  setenv("JACK_DEFAULT_SERVER", server.name, 1)
  defer { unsetenv("JACK_DEFAULT_SERVER") }
  try await body()
}

extension AudioStream {
  /// Until the probe's target: waits, or pulls where that is the owner's part.
  func reachTarget(of probe: Probe) {
    if let offline = self as? OfflineStream {
      while !probe.isDone { offline.pull(frames: 1000) { _, _ in } }
    }
    #expect(probe.waitForTarget(), "the renderer is not called")
  }
}
