import AudioIO
import Testing

@Suite struct OfflineBackendTests {
  @Test func rendersWhatIsPulledAndNoMore() throws {
    let stream = try OfflineBackend().openOffline(StreamRequest(sampleRate: 48000, blockFrames: 256, outputChannels: 3))
    let probe = Probe(outputChannels: 3)
    try stream.start(probe.renderer) { _ in }
    #expect(probe.callCount == 0)
    var taken: [[Float]] = [[], [], []]
    for frames in [1000, 1, 0, -5, 256, 743] {
      let done = stream.pull(frames: frames) { channels, frames in
        #expect(channels.count == 3)
        for channel in 0..<3 { taken[channel] += UnsafeBufferPointer(start: channels[channel], count: frames) }
      }
      #expect(done == max(0, frames))
    }
    #expect(stream.framesRendered == 2000)
    #expect(stream.nanoseconds == 2000 * 1_000_000_000 / 48000)
    for channel in 0..<3 {
      #expect(taken[channel] == (0..<2000).map { Probe.ramp(frame: $0, channel: channel) })
    }
    // In blocks of 256, the last of each pull shorter; time begins at 0.
    let calls = probe.calls
    #expect(calls.map(\.frames) == [256, 256, 256, 232, 1, 256, 256, 256, 231])
    var frames = 0
    for call in calls {
      #expect(call.hostNanoseconds == UInt64(Double(frames) * 1e9 / 48000))
      frames += call.frames
    }
  }

  @Test func interleaves() throws {
    let stream = try OfflineBackend().openOffline(StreamRequest(blockFrames: 100))
    let probe = Probe(outputChannels: 2)
    var samples = [Float](repeating: -1, count: 2002)
    #expect(samples.withUnsafeMutableBufferPointer { stream.pull(frames: 1000, interleavedInto: $0.baseAddress!) } == 0)
    try stream.start(probe.renderer) { _ in }
    let done = samples.withUnsafeMutableBufferPointer {
      stream.pull(frames: 1000, interleavedInto: $0.baseAddress!)
    }
    #expect(done == 1000)
    #expect(samples.prefix(2000) == (0..<2000).map { Probe.ramp(frame: $0 / 2, channel: $0 % 2) }[...])
    #expect(samples.suffix(2) == [-1, -1])
  }

  @Test func whatTheOwnerThrowsEndsThePull() throws {
    struct Full: Error {}
    let stream = try OfflineBackend().openOffline(StreamRequest(blockFrames: 100))
    let probe = Probe(outputChannels: 2)
    try stream.start(probe.renderer) { _ in }
    #expect(throws: Full.self) { try stream.pull(frames: 1000) { _, _ in throw Full() } }
    #expect(stream.framesRendered == 100)
  }

  /// Stopping from within, as an owner does that has enough.
  @Test func stopsWhileItIsPulled() throws {
    let stream = try OfflineBackend().openOffline(StreamRequest(blockFrames: 100))
    let probe = Probe(outputChannels: 2)
    try stream.start(probe.renderer) { _ in }
    let done = stream.pull(frames: 1000) { _, _ in if stream.framesRendered == 300 { stream.stop() } }
    #expect(done == 300)
    #expect(probe.callCount == 3)
  }
}
