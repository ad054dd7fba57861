import CPortAudio
import CRealTime
import RealTime

/// What PortAudio's callback works with.
///
/// - Thread: `process` on PortAudio's audio thread; the counters are read by any.
struct PortAudioCycle {
  var renderer: AudioRenderer
  /// Periods that ran dry, or whose input was lost.
  let xruns: UnsafeMutablePointer<Int64>
  let calls: UnsafeMutablePointer<Int64>
  /// Not 0 once PortAudio has ended the stream.
  let isFinished: UnsafeMutablePointer<Int64>
  /// Not 0 when the renderer must not be called again.
  let isClosed: UnsafeMutablePointer<Int64>

  init(renderer: AudioRenderer) {
    self.renderer = renderer
    let counters = UnsafeMutablePointer<Int64>.allocate(capacity: 4)
    counters.initialize(repeating: 0, count: 4)
    (xruns, calls, isFinished, isClosed) = (counters, counters + 1, counters + 2, counters + 3)
  }

  func deallocate() { xruns.deallocate() }

  func process(
    _ input: UnsafeRawPointer?, _ output: UnsafeMutableRawPointer?, frames: Int, flags: PaStreamCallbackFlags
  ) {
    let now = syrinx_monotonic_nanoseconds()
    syrinx_flush_denormals()
    syrinx_store_relaxed(calls, syrinx_load_relaxed(calls) &+ 1)
    if flags & syrinx_xrun_flags() != 0 { syrinx_store_relaxed(xruns, syrinx_load_relaxed(xruns) + 1) }
    guard let output, syrinx_load_acquire(isClosed) == 0 else { return }
    renderer.function(
      renderer.context, input?.assumingMemoryBound(to: UnsafePointer<Float>.self),
      UnsafePointer(output.assumingMemoryBound(to: UnsafeMutablePointer<Float>.self)), frames, now)
  }
}
