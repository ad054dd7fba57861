import CRealTime
import RealTime

extension RenderEngine {
  /// Hands this block to whoever records, from the frame at which a tap was added to the one at which it is removed.
  mutating func feedTaps() {
    var before: OutputTap.Pointer?
    var next = taps
    while let tap = next {
      next = tap.pointee.next
      let isLast = tap.pointee.endFrame >= 0
      let first = tap.pointee.firstFrame
      let end = isLast ? tap.pointee.endFrame : RenderContext.blockFrames
      if first < end { feed(tap, from: first, to: end) }
      tap.pointee.firstFrame = 0
      if !isLast {
        before = tap
      } else if let before {
        before.pointee.next = next
      } else {
        taps = next
      }
    }
  }

  private func feed(_ tap: OutputTap.Pointer, from first: Int, to end: Int) {
    let floats = (end &- first) &* tap.pointee.channels
    let written = syrinx_load_relaxed(tap.pointee.indices)
    let read = syrinx_load_acquire(tap.pointee.indices + 16)
    if Int(written &- read) &+ floats > tap.pointee.capacity {
      let lost = tap.pointee.indices + 24
      syrinx_store_relaxed(lost, syrinx_load_relaxed(lost) &+ Int64(end &- first))
      return
    }
    var at = Int(written)
    let mask = tap.pointee.capacity &- 1
    var frame = first
    while frame < end {
      var channel = 0
      while channel < tap.pointee.channels {
        let bus = tap.pointee.firstBus &+ channel
        let isWritten = context.busWrites[bus] == context.block
        tap.pointee.samples[at & mask] = isWritten ? context.audioBuses[bus &* RenderContext.blockFrames &+ frame] : 0
        at &+= 1
        channel &+= 1
      }
      frame &+= 1
    }
    syrinx_store_release(tap.pointee.indices, written &+ Int64(floats))
  }
}
