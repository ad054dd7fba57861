#if os(Linux)
import CRealTime
import Glibc
import RealTime

/// A device's thread: it pulls as a sound card would, faster, and has its allocations counted.
final class AudioThread: @unchecked Sendable {
  // Unchecked: the flag is atomic; the rest is read once the thread has ended.

  private let renderer: AudioRenderer
  private let flags: UnsafeMutablePointer<Int64>
  private let outputs: UnsafeMutablePointer<UnsafeMutablePointer<Float>>
  private var thread = pthread_t()
  private(set) var count = Census.Count(allocations: 0, frees: 0)
  private(set) var frames: Int64 = 0
  private(set) var peak: Float = 0

  init(_ renderer: AudioRenderer) {
    self.renderer = renderer
    flags = .allocate(capacity: 1)
    flags.initialize(to: 0)
    outputs = .allocate(capacity: 2)
    for channel in 0..<2 {
      (outputs + channel).initialize(to: .allocate(capacity: 512))
      outputs[channel].initialize(repeating: 0, count: 512)
    }
  }

  deinit {
    for channel in 0..<2 { outputs[channel].deallocate() }
    outputs.deallocate()
    flags.deallocate()
  }

  func start() {
    let context = Unmanaged.passUnretained(self).toOpaque()
    pthread_create(
      &thread, nil,
      { context in
        guard let context else { return nil }
        Unmanaged<AudioThread>.fromOpaque(context).takeUnretainedValue().run()
        return nil
      }, context)
  }

  func stop() {
    syrinx_store_release(flags, 1)
    pthread_join(thread, nil)
  }

  private func run() {
    Census.begin()
    var size = 64
    while syrinx_load_acquire(flags) == 0 {
      renderer.function(renderer.context, nil, outputs, size, MonotonicClock.nanoseconds)
      frames += Int64(size)
      if outputs[0][0] > peak { peak = outputs[0][0] }
      size = size % 512 + 37
      if size > 512 { size = 64 }
      sched_yield()
    }
    count = Census.end()
  }
}
#endif
