import CRealTime
import RealTime

/// What the paced thread works with.
///
/// A block is due when those before it have played. A thread that was held up renders at once what it missed, as a
/// device's buffer would let it; after a stall that no buffer bridges it counts one dropout and goes on from now.
struct NullCycle {
  var renderer: AudioRenderer
  var channels: NullChannels
  var blockFrames: Int
  var sampleRate: Double
  /// Not 0 when the thread shall end; read and written by both threads.
  let isStopping: UnsafeMutablePointer<Int64>
  /// Written by the thread, read by any.
  let xruns: UnsafeMutablePointer<Int64>

  init(format: StreamFormat, renderer: AudioRenderer, channels: NullChannels) {
    self.renderer = renderer
    self.channels = channels
    blockFrames = format.blockFrames
    sampleRate = format.sampleRate
    isStopping = .allocate(capacity: 1)
    isStopping.initialize(to: 0)
    xruns = .allocate(capacity: 1)
    xruns.initialize(to: 0)
  }

  func deallocate() {
    isStopping.deallocate()
    xruns.deallocate()
  }

  /// Runs until it is told to stop.
  func run() {
    syrinx_flush_denormals()
    let nanosecondsPerFrame = 1e9 / sampleRate
    let longestStall = UInt64(max(4 * Double(blockFrames) * nanosecondsPerFrame, 50e6))
    var origin = syrinx_monotonic_nanoseconds()
    var framesSinceOrigin = 0.0
    while true {
      var due = origin + UInt64(framesSinceOrigin * nanosecondsPerFrame)
      guard NullClock.wait(until: due, unless: isStopping) else { return }
      let now = syrinx_monotonic_nanoseconds()
      if now > due + longestStall {
        syrinx_store_relaxed(xruns, syrinx_load_relaxed(xruns) + 1)
        (origin, framesSinceOrigin, due) = (now, 0, now)
      }
      channels.render(renderer, frames: blockFrames, hostNanoseconds: due)
      framesSinceOrigin += Double(blockFrames)
    }
  }
}
