import AudioIO
import Foundation
import PortAudioBackend
import TestSupport
import Testing

@Suite(.serialized) struct PortAudioBackendTests {
  @Test func tellsWhatThereIs() async throws {
    try await DummyJACKServer.run { server in
      try await withDefaultJACKServer(server) {
        let backend = PortAudioBackend()
        let device = try #require(try backend.devices().first { $0.name.contains("JACK") })
        #expect(device.outputChannels == 2)
        #expect(device.sampleRates == [44100])
        let error = #expect(throws: AudioError.self) { try backend.open(StreamRequest(device: .name("gramophone"))) }
        #expect(error?.description.contains(device.name) == true)
        let rate = #expect(throws: AudioError.self) {
          try backend.open(StreamRequest(device: .index(device.index), sampleRate: 12345))
        }
        #expect(rate?.description.contains("44100") == true, "\(rate?.description ?? "")")
      }
    }
  }

  @Test func opensWhatTheDeviceHas() async throws {
    try await DummyJACKServer.run { server in
      try await withDefaultJACKServer(server) {
        let stream = try PortAudioBackend().open(
          StreamRequest(device: .name("JACK"), outputChannels: 6, inputChannels: 6))
        #expect(stream.format.outputChannels == 2)
        #expect(stream.format.inputChannels == 2)
        let probe = Probe(outputChannels: 2)
        try stream.start(probe.renderer) { Issue.record("lost: \($0)") }
        stream.reachTarget(of: probe)
        stream.stop()
        #expect(probe.calls.allSatisfy { $0.hasInputs })
      }
    }
  }

  @Test func everySampleArrives() async throws {
    try await DummyJACKServer.run { server in
      try await withDefaultJACKServer(server) {
        let stream = try PortAudioBackend().open(StreamRequest(device: .name("JACK")))
        let capture = try JACKCapture(server: server, channels: 2, frames: 40000)
        let probe = Probe(outputChannels: 2)
        try stream.start(probe.renderer) { Issue.record("lost: \($0)") }
        for channel in 1...2 {
          let source = try #require(capture.connections(of: "system:playback_\(channel)").first)
          #expect(capture.connect(source, "\(capture.name):in_\(channel)"))
        }
        let tape = try #require(capture.recording())
        stream.stop()
        let start = try #require((0..<40000).first { frame in tape.allSatisfy { $0[frame] != 0 } })
        let first = Int((tape[0][start] - 1) / 8)
        for channel in 0..<2 {
          #expect(
            tape[channel][start...] == (0..<40000 - start).map { Probe.ramp(frame: first + $0, channel: channel) }[...])
        }
      }
    }
  }

  /// In a process of its own, since PortAudio gives up JACK for good when its server is gone.
  @Test func theEndOfTheDeviceIsToldOnce() async throws {
    await #expect(processExitsWith: .success) {
      try await DummyJACKServer.run { server in
        try await withDefaultJACKServer(server) {
          let isLost = DispatchSemaphore(value: 0)
          let stream = try PortAudioBackend().open(StreamRequest(device: .name("JACK")))
          let probe = Probe(outputChannels: 2)
          try stream.start(probe.renderer) { _ in isLost.signal() }
          stream.reachTarget(of: probe)
          server.crash()
          #expect(isLost.wait(timeout: .now() + 60) == .success)
          stream.stop()
          #expect(isLost.wait(timeout: .now()) == .timedOut)
          #expect(try PortAudioBackend().devices().allSatisfy { !$0.name.contains("JACK") })
          #expect(throws: AudioError.self) { try PortAudioBackend().open(StreamRequest(device: .name("JACK"))) }
        }
      }
    }
  }

  /// Stopped before anyone noticed that the server is gone.
  @Test func stoppingOnADeadServerReturns() async throws {
    await #expect(processExitsWith: .success) {
      try await DummyJACKServer.run { server in
        try await withDefaultJACKServer(server) {
          let stream = try PortAudioBackend().open(StreamRequest(device: .name("JACK")))
          let probe = Probe(outputChannels: 2)
          try stream.start(probe.renderer) { _ in }
          stream.reachTarget(of: probe)
          server.crash()
          stream.stop()
        }
      }
    }
  }
}
