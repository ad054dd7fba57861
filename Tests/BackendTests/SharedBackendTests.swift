import AudioIO
import CRealTime
import Foundation
import Testing

/// What every backend promises, whatever is behind it.
@Suite(.serialized) struct SharedBackendTests {
  @Test(arguments: BackendKind.allCases) func listsDevicesThatItOpens(_ kind: BackendKind) async throws {
    try await kind.run { backend, chosen in
      let devices = try backend.devices()
      #expect(devices.allSatisfy { $0.backend == backend.name && !$0.name.isEmpty && $0.defaultSampleRate > 0 })
      #expect(Set(devices.map(\.index)).count == devices.count)
      #expect(devices.count { $0.isDefault } == 1)
      let device = try #require(devices.first { chosen == .standard ? $0.isDefault : $0.name.contains("JACK") })
      #expect(device.sampleRates.isEmpty || device.sampleRates.contains(device.defaultSampleRate))
      for wish in [StreamRequest.Device.index(device.index), .name(device.name), .name(device.name.uppercased())] {
        let stream = try backend.open(StreamRequest(device: wish))
        #expect(stream.format.sampleRate == device.defaultSampleRate)
        #expect(stream.format.outputChannels == 2)
        #expect(stream.format.inputChannels == 0)
        #expect(stream.format.outputLatencySeconds >= 0)
        #expect(stream.xruns == 0)
      }
    }
  }

  @Test(arguments: BackendKind.allCases) func callsTheRendererAsItsFormatSays(_ kind: BackendKind) async throws {
    try await kind.run { backend, device in
      let stream = try backend.open(StreamRequest(device: device))
      let probe = Probe(outputChannels: stream.format.outputChannels)
      try stream.start(probe.renderer) { Issue.record("lost: \($0)") }
      stream.reachTarget(of: probe)
      stream.stop()
      let calls = probe.calls
      #expect(calls.allSatisfy { $0.frames > 0 && !$0.hasInputs })
      if stream.format.blockFrames > 0 {
        #expect(calls.allSatisfy { $0.frames <= stream.format.blockFrames })
        if !kind.isPulled { #expect(calls.allSatisfy { $0.frames == stream.format.blockFrames }) }
      }
    }
  }

  @Test(arguments: BackendKind.allCases) func timesGoForward(_ kind: BackendKind) async throws {
    try await kind.run { backend, device in
      let stream = try backend.open(StreamRequest(device: device))
      let probe = Probe(outputChannels: stream.format.outputChannels, target: 300)
      let before = syrinx_monotonic_nanoseconds()
      try stream.start(probe.renderer) { _ in }
      stream.reachTarget(of: probe)
      stream.stop()
      if !kind.isPulled {
        // The monotonic clock and no other.
        let span = before - 1_000_000_000...syrinx_monotonic_nanoseconds() + 1_000_000_000
        #expect(probe.calls.allSatisfy { span.contains($0.hostNanoseconds) })
      }
      let calls = probe.calls
      let steps = zip(calls, calls.dropFirst()).map { (frames: $0.frames, $1.hostNanoseconds &- $0.hostNanoseconds) }
      #expect(steps.allSatisfy { $0.1 > 0 && $0.1 < 60_000_000_000 })
      guard stream.xruns == 0 else { return }
      let rate = stream.format.sampleRate
      if kind == .null || kind == .offline {
        #expect(steps.allSatisfy { abs(Double($0.1) - Double($0.frames) / rate * 1e9) <= 1 })
      } else {
        // A device's clock is not the computer's: by about the block.
        let seconds = Double(steps.reduce(0) { $0 + $1.1 }) / 1e9
        let frames = Double(steps.reduce(0) { $0 + $1.frames })
        #expect(frames / seconds > rate / 2 && frames / seconds < rate * 2)
      }
    }
  }

  @Test(arguments: BackendKind.allCases) func stopEndsTheCalls(_ kind: BackendKind) async throws {
    try await kind.run { backend, device in
      let stopped = try backend.open(StreamRequest(device: device))
      let probe = Probe(outputChannels: stopped.format.outputChannels)
      try stopped.start(probe.renderer) { Issue.record("lost: \($0)") }
      stopped.reachTarget(of: probe)
      stopped.stop()
      let count = probe.callCount
      // As long as another stream runs, the first one has had its chance.
      let other = try backend.open(StreamRequest(device: device))
      let otherProbe = Probe(outputChannels: other.format.outputChannels, target: 100)
      try other.start(otherProbe.renderer) { _ in }
      other.reachTarget(of: otherProbe)
      other.stop()
      #expect(probe.callCount == count)
      (stopped as? OfflineStream)?.pull(frames: 1000) { _, _ in Issue.record("pulled a stopped stream") }
      #expect(throws: AudioError.self) { try stopped.start(probe.renderer) { _ in } }
      stopped.stop()
    }
  }

  @Test(arguments: BackendKind.allCases) func aStreamStartsOnce(_ kind: BackendKind) async throws {
    try await kind.run { backend, device in
      let stream = try backend.open(StreamRequest(device: device))
      let probe = Probe(outputChannels: stream.format.outputChannels)
      try stream.start(probe.renderer) { _ in }
      #expect(throws: AudioError.self) { try stream.start(probe.renderer) { _ in } }
      stream.reachTarget(of: probe)
      stream.stop()
    }
  }

  @Test(arguments: BackendKind.allCases) func aStreamThatIsDroppedStops(_ kind: BackendKind) async throws {
    try await kind.run { backend, device in
      for isStarted in [false, true] {
        let probe = Probe(outputChannels: 2)
        do {
          let stream = try backend.open(StreamRequest(device: device))
          if isStarted {
            try stream.start(probe.renderer) { _ in }
            stream.reachTarget(of: probe)
          }
        }
        let count = probe.callCount
        let other = try backend.open(StreamRequest(device: device))
        let otherProbe = Probe(outputChannels: other.format.outputChannels)
        try other.start(otherProbe.renderer) { _ in }
        other.reachTarget(of: otherProbe)
        other.stop()
        #expect(probe.callCount == count)
      }
    }
  }

  @Test(arguments: BackendKind.allCases) func nonsenseIsRefusedInWords(_ kind: BackendKind) async throws {
    try await kind.run { backend, device in
      var requests = [-1, 0, .max, .min].map { StreamRequest(device: device, outputChannels: $0) }
      requests += [-1, .max, .min].map { StreamRequest(device: device, inputChannels: $0) }
      requests += [.nan, .infinity, -1, 0, 1e300].map { StreamRequest(device: device, sampleRate: $0) }
      requests += [-1, 999, .max, .min].map { StreamRequest(device: .index($0)) }
      requests.append(StreamRequest(device: .name("no such device")))
      for request in requests {
        let error = #expect(throws: AudioError.self, "\(request)") { try backend.open(request) }
        #expect(error?.description.isEmpty == false)
      }
    }
  }
}
