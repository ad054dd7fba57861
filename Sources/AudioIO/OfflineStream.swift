import CRealTime
public import RealTime
import Synchronization

/// A stream that renders when, and only when, its owner pulls.
public final class OfflineStream: AudioStream, @unchecked Sendable {
  // Unchecked: `lock` guards the renderer, the clock and the memory.

  public let format: StreamFormat
  private let channels: NullChannels
  private let lock = Mutex(())
  private var renderer: AudioRenderer?
  private var isStopped = false
  private var rendered: Int64 = 0

  init(format: StreamFormat) {
    self.format = format
    channels = NullChannels(format)
  }

  deinit { channels.deallocate() }

  public var xruns: Int { 0 }

  /// Frames since the start.
  public var framesRendered: Int64 { lock.withLock { _ in rendered } }

  /// The stream's own clock: the time of the next frame, from 0.
  public var nanoseconds: UInt64 { lock.withLock { _ in clock } }

  /// Makes ready for `pull`; no thread begins. `onLoss` is never called.
  public func start(_ renderer: AudioRenderer, onLoss: @escaping @Sendable (String) -> Void) throws(AudioError) {
    let isFirst = lock.withLock { _ in
      guard self.renderer == nil, !isStopped else { return false }
      self.renderer = renderer
      return true
    }
    if !isFirst { throw AudioError("this offline stream was started already") }
  }

  public func stop() {
    lock.withLock { _ in
      renderer = nil
      isStopped = true
    }
  }

  /// Renders `frames` in blocks of `format.blockFrames` (the last one may be shorter), and hands each to `take`: a
  /// pointer for each output channel, good until `take` returns, and the frames behind it.
  ///
  /// - Thread: one at a time, which counts denormal numbers as zero from then on, as every device's thread does.
  /// - Returns: the frames rendered: fewer than asked for when the stream is not running.
  /// - Throws: what `take` throws; the block it threw on counts as rendered.
  @discardableResult
  public func pull<Failure: Error>(
    frames: Int,
    _ take: (_ channels: UnsafeBufferPointer<UnsafeMutablePointer<Float>>, _ frames: Int) throws(Failure) -> Void
  ) throws(Failure) -> Int {
    syrinx_flush_denormals()
    var done = 0
    while done < frames {
      let block = min(format.blockFrames, frames - done)
      guard render(block) else { break }
      done += block
      try take(UnsafeBufferPointer(start: channels.outputs, count: channels.outputCount), block)
    }
    return done
  }

  /// The same into interleaved memory, with room for `frames` × `format.outputChannels` samples.
  @discardableResult
  public func pull(frames: Int, interleavedInto samples: UnsafeMutablePointer<Float>) -> Int {
    let count = format.outputChannels
    var next = samples
    return pull(frames: frames) { outputs, frames in
      for channel in 0..<count {
        let from = outputs[channel]
        for frame in 0..<frames { next[frame * count + channel] = from[frame] }
      }
      next += frames * count
    }
  }

  private func render(_ frames: Int) -> Bool {
    lock.withLock { _ in
      guard let renderer else { return false }
      channels.render(renderer, frames: frames, hostNanoseconds: clock)
      rendered += Int64(frames)
      return true
    }
  }

  private var clock: UInt64 { UInt64(Double(rendered) * 1e9 / format.sampleRate) }
}
