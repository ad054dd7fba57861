import AudioIO
import Foundation
import JACKBackend
import Synchronization
import TestSupport
import Testing

@Suite(.serialized) struct JACKBackendTests {
  private func open(_ server: DummyJACKServer, _ request: StreamRequest, connects: Bool = false) throws -> JACKStream {
    try #require(
      try JACKBackend(serverName: server.name, connections: connects ? .physical : .nothing).open(request)
        as? JACKStream)
  }

  @Test func tellsThatNoServerRuns() async throws {
    try await DummyJACKServer.run { server in
      server.stop()
      let backend = JACKBackend(serverName: server.name)
      let error = try #require(throws: AudioError.self) { try backend.devices() }
      #expect(error.description.contains("no JACK server is running (server name \(server.name))"))
      #expect(throws: error) { try backend.open(StreamRequest()) }
    }
  }

  @Test func takesTheServersRateAndPeriod() async throws {
    try await DummyJACKServer.run(sampleRate: 48000, periodFrames: 128) { server in
      let backend = JACKBackend(serverName: server.name)
      let device = try #require(try backend.devices().first)
      #expect(device.sampleRates == [48000])
      #expect(device.outputChannels == 2)
      #expect(device.inputChannels == 2)
      #expect(device.outputLatencySeconds >= 128.0 / 48000)
      #expect(try backend.open(StreamRequest(sampleRate: 48000, blockFrames: 4096)).format.blockFrames == 128)
      let error = #expect(throws: AudioError.self) { try backend.open(StreamRequest(sampleRate: 44100)) }
      #expect(error?.description.contains("runs at 48000 Hz") == true)
    }
  }

  /// Sample for sample, on the very frames, what the renderer wrote.
  @Test(arguments: [1, 2, 5]) func everySampleArrivesAtAnotherClient(_ channels: Int) async throws {
    try await DummyJACKServer.run { server in
      let stream = try open(server, StreamRequest(outputChannels: channels, clientName: "ramp"))
      #expect(stream.format.outputChannels == channels)
      let capture = try JACKCapture(server: server, channels: channels, frames: 60000)
      let probe = Probe(outputChannels: channels)
      try stream.start(probe.renderer) { Issue.record("lost: \($0)") }
      #expect(capture.connect(from: stream.clientName))
      let tape = try #require(capture.recording())
      stream.stop()
      let start = try #require((0..<60000).first { frame in tape.allSatisfy { $0[frame] != 0 } })
      #expect(start < 30000)
      let first = Int((tape[0][start] - 1) / 8)
      for channel in 0..<channels {
        let wanted = (0..<60000 - start).map { Probe.ramp(frame: first + $0, channel: channel) }
        #expect(tape[channel][start...] == wanted[...], "channel \(channel)")
      }
    }
  }

  @Test func inputArrivesFromAnotherClient() async throws {
    try await DummyJACKServer.run { server in
      let player = try open(server, StreamRequest(clientName: "player"))
      let listener = try open(server, StreamRequest(inputChannels: 1, clientName: "listener"))
      #expect(listener.format.inputChannels == 1)
      let playerProbe = Probe(outputChannels: 2)
      let listenerProbe = Probe(outputChannels: 2, target: 300)
      try player.start(playerProbe.renderer) { _ in }
      try listener.start(listenerProbe.renderer) { _ in }
      let capture = try JACKCapture(server: server, channels: 1, frames: 1)
      #expect(capture.connect("\(player.clientName):out_2", "\(listener.clientName):in_1"))
      listener.reachTarget(of: listenerProbe)
      listener.stop()
      player.stop()
      let heard = listenerProbe.calls.map(\.input).drop { $0 == 0 }
      #expect(heard.count > 100)
      // The first sample of one period after another, of the second channel.
      for (one, next) in zip(heard, heard.dropFirst()) {
        #expect(Int(one) % 8 == 2)
        #expect((Int(next) - Int(one) + 65536 * 8) % (65536 * 8) == 256 * 8)
      }
    }
  }

  @Test func connectsToThePhysicalPorts() async throws {
    try await DummyJACKServer.run { server in
      let capture = try JACKCapture(server: server, channels: 1, frames: 1)
      for (connects, outputs, wanted) in [
        (true, 2, [["system:playback_1"], ["system:playback_2"]]),
        (true, 1, [["system:playback_1", "system:playback_2"]]),
        (true, 3, [["system:playback_1"], ["system:playback_2"], []]), (false, 2, [[], []]),
      ] {
        let request = StreamRequest(outputChannels: outputs, inputChannels: 1, clientName: "syrinx")
        let stream = try open(server, request, connects: connects)
        let probe = Probe(outputChannels: outputs)
        try stream.start(probe.renderer) { _ in }
        stream.reachTarget(of: probe)
        #expect((1...outputs).map { capture.connections(of: "\(stream.clientName):out_\($0)").sorted() } == wanted)
        let inputs = capture.connections(of: "\(stream.clientName):in_1")
        #expect(inputs == (connects ? ["system:capture_1"] : []))
        stream.stop()
      }
    }
  }

  @Test func namesThatAreTakenOrTooLongAreChanged() async throws {
    try await DummyJACKServer.run { server in
      var names: [String] = []
      var streams: [JACKStream] = []
      for name in ["syrinx", "syrinx", "", "a:b", String(repeating: "ö", count: 500)] {
        streams.append(try open(server, StreamRequest(clientName: name)))
        names.append(streams.last?.clientName ?? "")
      }
      #expect(Set(names).count == names.count)
      #expect(names.allSatisfy { !$0.isEmpty && !$0.contains(":") })
    }
  }

  /// The renderer is never called with more than the format told, and no frame gets lost.
  @Test(arguments: [64, 1024]) func aChangeOfThePeriodIsFollowed(_ period: Int) async throws {
    try await DummyJACKServer.run { server in
      let stream = try open(server, StreamRequest())
      let probe = Probe(outputChannels: 2, target: 400)
      try stream.start(probe.renderer) { Issue.record("lost: \($0)") }
      let capture = try JACKCapture(server: server, channels: 2, frames: 40000)
      capture.setPeriod(frames: period)
      #expect(capture.connect(from: stream.clientName))
      let tape = try #require(capture.recording())
      stream.reachTarget(of: probe)
      stream.stop()
      #expect(probe.calls.allSatisfy { $0.frames <= 256 })
      #expect(probe.calls.last?.frames == min(period, 256))
      #expect(zip(probe.calls, probe.calls.dropFirst()).allSatisfy { $1.hostNanoseconds > $0.hostNanoseconds })
      let start = try #require(tape[0].firstIndex { $0 != 0 })
      let first = Int((tape[0][start] - 1) / 8)
      #expect(tape[0][start...] == (0..<40000 - start).map { Probe.ramp(frame: first + $0, channel: 0) }[...])
    }
  }

  @Test(arguments: [true, false]) func theEndOfTheServerIsToldOnce(_ isCrash: Bool) async throws {
    try await DummyJACKServer.run { server in
      let losses = Mutex<[String]>([])
      let isLost = DispatchSemaphore(value: 0)
      let stream = try open(server, StreamRequest())
      let probe = Probe(outputChannels: 2)
      try stream.start(probe.renderer) { words in
        losses.withLock { $0.append(words) }
        isLost.signal()
      }
      stream.reachTarget(of: probe)
      if isCrash { server.crash() } else { server.stop() }
      #expect(isLost.wait(timeout: .now() + 60) == .success)
      let count = probe.callCount
      stream.stop()
      stream.stop()
      #expect(losses.withLock { $0 }.count == 1)
      #expect(losses.withLock { $0 }.first?.contains("JACK server") == true)
      #expect(throws: AudioError.self) { try JACKBackend(serverName: server.name).devices() }
      #expect(probe.callCount == count)
    }
  }

  /// As a session does that takes the device up again.
  @Test func aNewServerIsFoundAfterTheLoss() async throws {
    for _ in 0..<2 {
      try await DummyJACKServer.run { server in
        let isLost = DispatchSemaphore(value: 0)
        let stream = try open(server, StreamRequest())
        let probe = Probe(outputChannels: 2)
        try stream.start(probe.renderer) { _ in
          stream.stop()
          isLost.signal()
        }
        stream.reachTarget(of: probe)
        server.crash()
        #expect(isLost.wait(timeout: .now() + 60) == .success)
      }
    }
  }

  /// Stopped, started or opened before anyone noticed that the server is gone.
  @Test func aDeadServerHoldsNobodyUp() async throws {
    for _ in 0..<3 {
      try await DummyJACKServer.run { server in
        let running = try open(server, StreamRequest())
        let waiting = try open(server, StreamRequest())
        let probe = Probe(outputChannels: 2)
        try running.start(probe.renderer) { _ in }
        running.reachTarget(of: probe)
        server.crash()
        running.stop()
        let late = Probe(outputChannels: 2)
        #expect(throws: AudioError.self) { try waiting.start(late.renderer) { _ in } }
        waiting.stop()
        #expect(late.callCount == 0)
        #expect(throws: AudioError.self) { try JACKBackend(serverName: server.name).open(StreamRequest()) }
      }
    }
  }

  @Test func aStoppedStreamTellsOfNoLoss() async throws {
    try await DummyJACKServer.run { server in
      let stream = try open(server, StreamRequest())
      let probe = Probe(outputChannels: 2)
      try stream.start(probe.renderer) { Issue.record("lost: \($0)") }
      stream.reachTarget(of: probe)
      stream.stop()
      server.stop()
    }
  }
}
