import CJACK
import CRealTime
import RealTime

/// What JACK's process callback works with: plain pointers, made ready before the first call.
///
/// - Thread: `process` on JACK's audio thread.
struct JACKCycle {
  var renderer: AudioRenderer
  let client: OpaquePointer
  /// The most frames that the renderer is called with; a longer period is split.
  let blockFrames: Int
  /// From JACK's clock to the monotonic one, in nanoseconds, wrapping.
  var clockOffset: UInt64 = 0
  let xruns: UnsafeMutablePointer<Int64>

  private let outputPorts: UnsafeMutableBufferPointer<OpaquePointer>
  private let inputPorts: UnsafeMutableBufferPointer<OpaquePointer>
  private let outputs: UnsafeMutablePointer<UnsafeMutablePointer<Float>>
  private let inputs: UnsafeMutablePointer<UnsafePointer<Float>>?

  init(
    renderer: AudioRenderer, client: OpaquePointer, blockFrames: Int, outputPorts: [OpaquePointer],
    inputPorts: [OpaquePointer]
  ) {
    self.renderer = renderer
    self.client = client
    self.blockFrames = blockFrames
    self.outputPorts = .allocate(capacity: outputPorts.count)
    self.inputPorts = .allocate(capacity: inputPorts.count)
    _ = self.outputPorts.initialize(from: outputPorts)
    _ = self.inputPorts.initialize(from: inputPorts)
    outputs = .allocate(capacity: outputPorts.count)
    inputs = inputPorts.isEmpty ? nil : .allocate(capacity: inputPorts.count)
    xruns = .allocate(capacity: 1)
    xruns.initialize(to: 0)
  }

  func deallocate() {
    outputPorts.deallocate()
    inputPorts.deallocate()
    outputs.deallocate()
    inputs?.deallocate()
    xruns.deallocate()
  }

  func process(_ period: jack_nframes_t) {
    for channel in 0..<outputPorts.count {
      guard let buffer = jack_port_get_buffer(outputPorts[channel], period) else { return }
      outputs[channel] = buffer.assumingMemoryBound(to: Float.self)
    }
    if let inputs {
      for channel in 0..<inputPorts.count {
        guard let buffer = jack_port_get_buffer(inputPorts[channel], period) else { return }
        inputs[channel] = UnsafePointer(buffer.assumingMemoryBound(to: Float.self))
      }
    }
    var time = cycleNanoseconds(period)
    let frames = Int(period)
    var done = 0
    while done < frames {
      let count = min(blockFrames, frames - done)
      renderer.function(renderer.context, inputs.map { UnsafePointer($0) }, outputs, count, time)
      done += count
      guard done < frames else { return }
      for channel in 0..<outputPorts.count { outputs[channel] += count }
      if let inputs { for channel in 0..<inputPorts.count { inputs[channel] += count } }
      time &+= UInt64(count) &* 1_000_000_000 / UInt64(max(1, jack_get_sample_rate(client)))
    }
  }

  /// When the period began, on the monotonic clock.
  private func cycleNanoseconds(_ period: jack_nframes_t) -> UInt64 {
    var frame: jack_nframes_t = 0
    var began: jack_time_t = 0
    var next: jack_time_t = 0
    var length: Float = 0
    guard jack_get_cycle_times(client, &frame, &began, &next, &length) == 0 else {
      return syrinx_monotonic_nanoseconds()
    }
    return began &* 1000 &+ clockOffset
  }

  /// How far JACK's clock is from the monotonic one: 0 where they are the same, as on Linux.
  static func clockOffset() -> UInt64 {
    let offset = syrinx_monotonic_nanoseconds() &- jack_get_time() &* 1000
    let isSame = offset < 1_000_000 || offset > UInt64.max - 1_000_000
    return isSame ? 0 : offset
  }
}
