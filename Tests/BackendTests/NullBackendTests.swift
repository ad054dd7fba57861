import AudioIO
import CRealTime
import Foundation
import RealTime
import Testing

@Suite struct NullBackendTests {
  @Test func takesAnyRateBlockAndChannels() throws {
    let stream = try NullBackend().open(
      StreamRequest(sampleRate: 96000, blockFrames: 64, outputChannels: 7, inputChannels: 3))
    #expect(stream.format.sampleRate == 96000)
    #expect(stream.format.blockFrames == 64)
    #expect(stream.format.outputChannels == 7)
    #expect(stream.format.inputChannels == 3)
    let probe = Probe(outputChannels: 7)
    try stream.start(probe.renderer) { _ in }
    stream.reachTarget(of: probe)
    stream.stop()
    #expect(probe.calls.allSatisfy { $0.frames == 64 && $0.hasInputs && $0.input == 0 })
  }

  /// A renderer that stalls once, for far longer than a buffer would last.
  @Test func aLongStallIsOneDropoutAndNoBurst() throws {
    final class Stall: @unchecked Sendable {
      // Unchecked: the audio thread's alone until the semaphore.
      var times: [(called: UInt64, due: UInt64)] = []
      let done = DispatchSemaphore(value: 0)
    }
    let stall = Stall()
    let stream = try NullBackend().open(StreamRequest(blockFrames: 256))
    let renderer = AudioRenderer(context: Unmanaged.passUnretained(stall).toOpaque()) { context, _, _, _, time in
      let stall = Unmanaged<Stall>.fromOpaque(context).takeUnretainedValue()
      stall.times.append((syrinx_monotonic_nanoseconds(), time))
      if stall.times.count == 5 { usleep(400_000) }
      if stall.times.count == 20 { stall.done.signal() }
    }
    try stream.start(renderer) { _ in }
    #expect(stall.done.wait(timeout: .now() + 60) == .success)
    stream.stop()
    #expect(stream.xruns >= 1)
    // Time goes on from the end of the stall: the missed 60 or so blocks are not made up for.
    let (before, after) = (stall.times[4], stall.times[5])
    #expect(after.due >= before.called + 400_000_000)
    #expect(zip(stall.times, stall.times.dropFirst()).allSatisfy { $1.due > $0.due })
    #expect(stall.times.allSatisfy { $0.called >= $0.due })
  }
}
